package de.kreiswerk.core.web.server;

import de.kreiswerk.core.api.web.ProblemDetails;
import java.util.stream.Stream;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Puts the platform's words in place of the server's own error pages, for requests that are so wrong that they never reach
 * the chain. A connector factory is the one place where Felix hands out the server; the connector made here never
 * opens.
 */
@Component
public class ServerErrors implements ConnectorFactory {

    private final ProblemDetails details;

    /**
     * Makes the factory.
     *
     * @param details writes problems
     */
    @Activate
    public ServerErrors(@Reference ProblemDetails details) {
        this.details = details;
    }

    @Override
    public Connector createConnector(Server server) {
        Stream.of(server.getConnectors()).forEach(AddressRules::takeCareOf);
        ErrorAnswer answer = new ErrorAnswer(details);
        server.setErrorHandler(answer);
        server.getDescendants(ContextHandler.class).forEach(context -> context.setErrorHandler(answer));
        return new IdleConnector(server);
    }
}
