package de.kreiswerk.core.web.server;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;

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

    /**
     * Refuses from now on in place of a server.
     *
     * @return leaves that to the server again
     */
    static Runnable insteadOf(Server server) {
        List<Runnable> undo = Stream.of(server.getConnectors())
                .flatMap(connector -> connector.getConnectionFactories().stream())
                .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
                .map(factory -> ((HttpConfiguration.ConnectionFactory) factory).getHttpConfiguration())
                .distinct()
                .map(AddressRules::takeCareOf)
                .toList();
        return () -> undo.forEach(Runnable::run);
    }

    /** Before all others: what they are given is as clean as it would be without these rules. */
    private static Runnable takeCareOf(HttpConfiguration configuration) {
        UriCompliance before = configuration.getUriCompliance();
        List<HttpConfiguration.Customizer> own = List.of(new AddressRules(before), new DoubledSlashes());
        configuration.getCustomizers().addAll(0, own);
        configuration.setUriCompliance(UriCompliance.from(EnumSet.allOf(Violation.class)));
        return () -> {
            configuration.setUriCompliance(before);
            configuration.getCustomizers().removeAll(own);
        };
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
