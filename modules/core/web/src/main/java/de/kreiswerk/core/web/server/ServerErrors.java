package de.kreiswerk.core.web.server;

import de.kreiswerk.core.api.web.ProblemDetails;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Request;
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
    private final ServerThreads threads;

    /**
     * Makes the factory.
     *
     * @param details writes problems
     * @param threads is told whose threads answer requests
     */
    @Activate
    public ServerErrors(@Reference ProblemDetails details, @Reference ServerThreads threads) {
        this.details = details;
        this.threads = threads;
    }

    @Override
    public Connector createConnector(Server server) {
        // Whoever comes after this bundle finds the server as it was, and nothing of this bundle stays in it.
        List<Runnable> undo = new ArrayList<>();
        undo.add(AddressRules.insteadOf(server));
        threads.are(server.getThreadPool());
        undo.add(() -> threads.areGone(server.getThreadPool()));
        ErrorAnswer answer = new ErrorAnswer(details);
        Request.Handler before = server.getErrorHandler();
        server.setErrorHandler(answer);
        undo.add(() -> server.setErrorHandler(before));
        for (ContextHandler context : server.getDescendants(ContextHandler.class)) {
            Request.Handler its = context.getErrorHandler();
            context.setErrorHandler(answer);
            undo.add(() -> context.setErrorHandler(its));
        }
        return new IdleConnector(server, () -> undo.forEach(Runnable::run));
    }
}
