package de.kreiswerk.itest.careless;

import de.kreiswerk.core.api.identity.Authenticator;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.Servlet;
import java.time.Instant;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.core.Application;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/**
 * A bundle whose author forgot to say who may come in: a servlet, operations of an application, an application without the
 * platform's check, a resource without an application. It knows callers by two tokens as well, since a real account has at
 * least its own pages.
 */
public final class CarelessBundle implements BundleActivator {

    /** The token of somebody who may do nothing. */
    public static final String MAY_NOTHING = "may-nothing";

    /** The token of somebody who may do everything. */
    public static final String MAY_EVERYTHING = "may-everything";

    private static final String SERVLET_PATTERN = "osgi.http.whiteboard.servlet.pattern";
    private static final String BASE = "osgi.jaxrs.application.base";
    private static final String NAME = "osgi.jaxrs.name";

    @Override
    public void start(BundleContext context) {
        context.registerService(
                Authenticator.class, new TwoTokens(), properties(Map.of(Constants.SERVICE_RANKING, 1_000)));
        context.registerService(Servlet.class, new CarelessServlet(), properties(Map.of(SERVLET_PATTERN, new String[] {
            "/careless", "/careless/below/*"
        })));
        context.registerService(
                Application.class,
                new CarelessApplication(),
                properties(Map.of(
                        BASE,
                        "/api/careless/v1",
                        NAME,
                        "careless",
                        "osgi.jaxrs.extension.select",
                        WebConstants.REST_BASICS)));
        context.registerService(
                Application.class,
                new CarelessApplication(),
                properties(Map.of(BASE, "/api/unchecked/v1", NAME, "unchecked")));
        context.registerService(
                CarelessResource.class,
                new CarelessResource(),
                properties(Map.of("osgi.jaxrs.resource", true, NAME, "stray")));
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the services back.
    }

    private static Dictionary<String, Object> properties(Map<String, Object> properties) {
        return new Hashtable<>(properties);
    }

    private static final class TwoTokens implements Authenticator {

        @Override
        public Optional<Caller> bearer(String token, String requestId) {
            Set<Grant> grants = token.equals(MAY_EVERYTHING) ? Set.of(new Grant(Grant.ALL, Grant.ALL)) : Set.of();
            return token.equals(MAY_EVERYTHING) || token.equals(MAY_NOTHING)
                    ? Optional.of(new Caller("test", "Test", grants, "test", Instant.EPOCH, requestId))
                    : Optional.empty();
        }
    }
}
