package de.kreiswerk.core.rest;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.web.Public;
import de.kreiswerk.core.api.web.RequiresPermission;
import de.kreiswerk.core.api.web.WebConstants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

class PermissionFilterTest {

    private static final Grant READ = new Grant("test.read", "umwelt");
    private static final Grant WRITE = new Grant("test.write", "umwelt");

    @RequiresPermission("test.read")
    private static final class Guarded {
        public void silent() {}

        @RequiresPermission("test.write")
        public void narrower() {}

        @RequiresPermission(value = "test.write", or = "test.own")
        public void either() {}

        @Public
        public void open() {}
    }

    @Public
    private static final class Open {
        public void silent() {}

        @RequiresPermission("test.write")
        public void guarded() {}
    }

    private static final class Silent {
        public void silent() {}

        @RequiresPermission("test.read")
        public void guarded() {}

        @Public
        public void open() {}
    }

    @Test
    void whatTheMethodStatesComesBeforeWhatTheClassStates() {
        assertAllowed(Guarded.class, "open", "GET", new FakeRequest());
        assertRefused(401, Open.class, "guarded", "GET", new FakeRequest());
        assertRefused(403, Open.class, "guarded", "GET", new FakeRequest().by(READ));
        assertAllowed(Open.class, "guarded", "GET", new FakeRequest().by(WRITE));
        assertRefused(403, Guarded.class, "narrower", "GET", new FakeRequest().by(READ));
        assertAllowed(Guarded.class, "narrower", "GET", new FakeRequest().by(WRITE));
    }

    @Test
    void whatTheClassStatesCountsForMethodsThatStateNothing() {
        assertAllowed(Open.class, "silent", "GET", new FakeRequest());
        assertRefused(401, Guarded.class, "silent", "GET", new FakeRequest());
        assertRefused(403, Guarded.class, "silent", "GET", new FakeRequest().by(WRITE));
        assertAllowed(Guarded.class, "silent", "GET", new FakeRequest().by(READ));
    }

    @Test
    void whatStatesNothingIsForNobodyNotEvenForWhoMayDoEverything() {
        assertRefused(401, Silent.class, "silent", "GET", new FakeRequest());
        assertRefused(403, Silent.class, "silent", "GET", new FakeRequest().by(new Grant(Grant.ALL, Grant.ALL)));
        assertAllowed(Silent.class, "open", "GET", new FakeRequest());
        assertAllowed(Silent.class, "guarded", "GET", new FakeRequest().by(READ));
    }

    @Test
    void whereTheOneOrTheOtherWillDoEachOfThemLetsThrough() {
        assertAllowed(Guarded.class, "either", "GET", new FakeRequest().by(WRITE));
        assertAllowed(Guarded.class, "either", "GET", new FakeRequest().by(new Grant("test.own", Grant.ALL)));
        assertRefused(403, Guarded.class, "either", "GET", new FakeRequest().by(READ));
        assertRefused(401, Guarded.class, "either", "GET", new FakeRequest());
    }

    @Test
    void aRefusalNamesTheMissingPermission() {
        Response refused = filter(Guarded.class, "silent", "GET", new FakeRequest().by(WRITE));

        assertThat(refused.getEntity().toString()).contains("403 permission-missing", "test.read");
    }

    @Test
    void whoIsNotSignedInIsToldHow() {
        Response refused = filter(Guarded.class, "silent", "GET", new FakeRequest());

        assertThat(refused.getHeaderString("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void whileTheAuthenticatorIsAwayOnlyPublicReadsGoOn() {
        for (String method : List.of("GET", "HEAD", "OPTIONS")) {
            assertAllowed(Open.class, "silent", method, new FakeRequest().withIdentityAway());
        }
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            assertRefused(503, Open.class, "silent", method, new FakeRequest().withIdentityAway());
        }
        assertRefused(503, Guarded.class, "silent", "GET", new FakeRequest().withIdentityAway());
        assertRefused(503, Silent.class, "silent", "GET", new FakeRequest().withIdentityAway());
        assertThat(filter(Guarded.class, "silent", "GET", new FakeRequest().withIdentityAway())
                        .getHeaderString("Retry-After"))
                .isEqualTo("5");
    }

    @Test
    void theChainLearnsThatTheRequestWasChecked() {
        FakeRequest request = new FakeRequest();

        filter(Open.class, "silent", "GET", request);

        assertThat(request.attributes).containsEntry(WebConstants.REST_HANDLED, Boolean.TRUE);
    }

    private static void assertAllowed(Class<?> resource, String method, String httpMethod, FakeRequest request) {
        assertThat(filter(resource, method, httpMethod, request))
                .as("%s.%s", resource.getSimpleName(), method)
                .isNull();
    }

    private static void assertRefused(
            int status, Class<?> resource, String method, String httpMethod, FakeRequest request) {
        Response refused = filter(resource, method, httpMethod, request);
        assertThat(refused).as("%s.%s", resource.getSimpleName(), method).isNotNull();
        assertThat(refused.getStatus()).isEqualTo(status);
    }

    /** The answer that ends the request, null when it goes on. */
    private static Response filter(Class<?> resource, String method, String httpMethod, FakeRequest request) {
        PermissionFilter filter = new PermissionFilter(new ProblemAnswers(FakeRequest.details()));
        FakeRequest.inject(filter, "resource", FakeRequest.proxy(ResourceInfo.class, (asked, none) -> switch (asked) {
            case "getResourceClass" -> resource;
            case "getResourceMethod" ->
                Arrays.stream(resource.getDeclaredMethods())
                        .filter(declared -> declared.getName().equals(method))
                        .findFirst()
                        .orElseThrow();
            default -> throw new UnsupportedOperationException(asked);
        }));
        FakeRequest.inject(filter, "request", request.servlet());
        List<Response> aborted = new ArrayList<>();
        filter.filter(FakeRequest.proxy(ContainerRequestContext.class, (asked, arguments) -> switch (asked) {
            case "getMethod" -> httpMethod;
            case "abortWith" -> {
                aborted.add((Response) arguments[0]);
                yield null;
            }
            default -> throw new UnsupportedOperationException(asked);
        }));
        return aborted.isEmpty() ? null : aborted.get(0);
    }
}
