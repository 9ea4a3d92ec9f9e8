package de.kreiswerk.core.web.server;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Refuses the addresses that the server would refuse, a step later: when it is known whom they are for, so that the answer is in the
 * form that its readers expect. Doubled slashes pass, for {@link DoubledSlashes}.
 */
final class AddressRules implements HttpConfiguration.Customizer {

    private final UriCompliance rules;

    /** Of a server with these rules. */
    AddressRules(UriCompliance rules) {
        Set<Violation> allowed = Stream.concat(
                        rules.getAllowed().stream(), Stream.of(Violation.AMBIGUOUS_EMPTY_SEGMENT))
                .collect(Collectors.toSet());
        this.rules = UriCompliance.from(allowed);
    }

    static void takeCareOf(Connector connector) {
        connector.getConnectionFactories().stream()
                .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
                .map(factory -> ((HttpConfiguration.ConnectionFactory) factory).getHttpConfiguration())
                .distinct()
                .forEach(AddressRules::takeCareOf);
    }

    /** Before all others: what they are given is as clean as it would be without these rules. */
    private static void takeCareOf(HttpConfiguration configuration) {
        configuration.getCustomizers().add(0, new DoubledSlashes());
        configuration.getCustomizers().add(0, new AddressRules(configuration.getUriCompliance()));
        configuration.setUriCompliance(UriCompliance.from(EnumSet.allOf(Violation.class)));
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        String refusal = UriCompliance.checkUriCompliance(rules, request.getHttpURI(), null);
        if (refusal != null) {
            throw new BadMessageException(refusal);
        }
        return request;
    }
}
