package de.kreiswerk.core.rest;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Public;
import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.api.web.WebConstants;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.ext.Provider;

/** Lets a request through to its endpoint, or not. What states nothing is for nobody. */
@Provider
public final class PermissionFilter implements ContainerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final ProblemAnswers answers;

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest request;

    PermissionFilter(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        request.setAttribute(WebConstants.REST_HANDLED, Boolean.TRUE);
        Problem refusal = refusal(context.getMethod());
        if (refusal != null) {
            context.abortWith(answers.answer(refusal, request));
        }
    }

    private Problem refusal(String httpMethod) {
        Method method = resource.getResourceMethod();
        Class<?> type = resource.getResourceClass();
        boolean away = Boolean.TRUE.equals(request.getAttribute(WebConstants.IDENTITY_AWAY));
        if (stated(method, type, Public.class) != null) {
            return away && !SAFE.contains(httpMethod) ? Refusals.identityAway() : null;
        }
        if (away) {
            return Refusals.identityAway();
        }
        if (!(request.getAttribute(WebConstants.CALLER) instanceof Caller caller)) {
            return Refusals.nobodySignedIn();
        }
        RequiresPermission required = stated(method, type, RequiresPermission.class);
        if (required == null) {
            return Refusals.notAllowed(null);
        }
        return caller.mayAnywhere(required.value())
                        || Arrays.stream(required.or()).anyMatch(caller::mayAnywhere)
                ? null
                : caller.keptFrom(required.value()).orElseGet(() -> Refusals.notAllowed(required));
    }

    private static <A extends java.lang.annotation.Annotation> A stated(Method method, Class<?> type, Class<A> what) {
        A onMethod = method.getAnnotation(what);
        boolean methodStatesSomething =
                method.isAnnotationPresent(Public.class) || method.isAnnotationPresent(RequiresPermission.class);
        return onMethod != null || methodStatesSomething ? onMethod : type.getAnnotation(what);
    }

    private static final class Refusals {

        private Refusals() {}

        static Problem identityAway() {
            return new Problem(
                    Problem.Kind.UNAVAILABLE,
                    "identity-away",
                    new Text("Anmeldung nicht verfügbar", "Sign-in unavailable"),
                    new Text(
                            "Die Anmeldung wird gerade ausgetauscht. Öffentliche Seiten gehen; versuchen Sie alles andere in einem Augenblick erneut.",
                            "Sign-in is being replaced. Public pages work; try everything else again in a moment."),
                    List.of());
        }

        static Problem nobodySignedIn() {
            return new Problem(
                    Problem.Kind.UNAUTHENTICATED,
                    "not-signed-in",
                    new Text("Nicht angemeldet", "Not signed in"),
                    new Text(
                            "Dafür müssen Sie sich ausweisen: senden Sie ein gültiges Token in der Kopfzeile Authorization.",
                            "You must identify yourself for this: send a valid token in the Authorization header."),
                    List.of());
        }

        static Problem notAllowed(RequiresPermission required) {
            String name = required == null ? "–" : required.value();
            return new Problem(
                    Problem.Kind.FORBIDDEN,
                    "permission-missing",
                    new Text("Keine Berechtigung", "Permission missing"),
                    new Text(
                            "Ihnen fehlt die Berechtigung „" + name + "“. Wenden Sie sich an die Administration.",
                            "You lack the permission '" + name + "'. Ask your administrator for it."),
                    List.of());
        }
    }
}
