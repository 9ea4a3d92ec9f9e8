package de.kreiswerk.identity.oidc;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.SessionCookie;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.identity.api.SignIn;
import de.kreiswerk.identity.api.TooManyAttempts;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads people to a provider, and takes them when they come back. With links, not forms: the content security policy lets no
 * form end at another host, and that is how it is to stay.
 */
@Component(
        service = Servlet.class,
        property = {WebConstants.PUBLIC + ":Boolean=true", WebConstants.SIGN_IN + ":Boolean=true"})
@HttpWhiteboardServletPattern("/anmelden/dienst/*")
public class ProviderServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(ProviderServlet.class);
    private static final int LONGEST_CODE = 4_000;

    private final transient Flows flows;
    private final transient People people;
    private final transient SignIn signIn;
    private final transient SessionCookie cookie;
    private final transient Pages pages;
    private final transient Attempts attempts;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    transient volatile List<Provider> providers = List.of();

    /**
     * Serves.
     *
     * @param flows sign-ins on their way
     * @param people accounts
     * @param signIn ends the session of before
     * @param cookie keeps the session in the browser
     * @param pages the frame
     */
    @Activate
    public ProviderServlet(
            @Reference Flows flows,
            @Reference People people,
            @Reference SignIn signIn,
            @Reference SessionCookie cookie,
            @Reference Pages pages) {
        this.flows = flows;
        this.people = people;
        this.signIn = signIn;
        this.cookie = cookie;
        this.pages = pages;
        this.attempts = new Attempts(Clock.systemUTC());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        boolean back = path.endsWith(Provider.BACK);
        String name = back ? path.substring(0, path.length() - Provider.BACK.length()) : path;
        List<Provider> named = providers.stream()
                .filter(each -> name.equals("/" + each.settings().name()))
                .toList();
        // Of two with one name, it would be chance which level of trust is asked for.
        if (named.size() != 1) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        try {
            mustNotBeTooMany(request, response);
            if (back) {
                back(request, response, named.get(0));
            } else {
                begin(request, response, named.get(0));
            }
        } catch (ProblemException e) {
            // The server would make a fault of it before the chain can see what it is.
            pages.writeProblem(request, response, e.problem());
        }
    }

    private void mustNotBeTooMany(HttpServletRequest request, HttpServletResponse response) {
        long seconds = attempts.mustWait(client(request).address());
        if (seconds > 0) {
            response.setHeader("Retry-After", String.valueOf(seconds));
            throw new TooManyAttempts(Duration.ofSeconds(seconds));
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, Provider provider) throws IOException {
        String target = Targets.checked(request.getParameter(WebConstants.SIGN_IN_NEXT));
        try {
            provider.mustAnswer();
            Flow flow = flows.begin(provider.settings().name(), target);
            String address = provider.authorization(flow, redirect(provider));
            new FlowCookie(pages.baseUrl()).set(response, flow.browser());
            seeOther(response, address);
        } catch (SignInFailed e) {
            refuse(request, response, provider, e, target);
        }
    }

    private void back(HttpServletRequest request, HttpServletResponse response, Provider provider) throws IOException {
        FlowCookie flowCookie = new FlowCookie(pages.baseUrl());
        String browser = flowCookie.find(request);
        flowCookie.clear(response);
        String target = null;
        try {
            Flow flow = flows.take(
                    request.getParameter("state"), browser, provider.settings().name());
            target = flow.target();
            String code = code(request, provider);
            Claims claims = provider.redeem(code, flow, redirect(provider));
            SignIn.Started started = people.signIn(provider.settings(), claims, client(request), id(request));
            // The session that was there before ends: nobody goes on under an id that somebody else may know.
            if (request.getAttribute(WebConstants.SESSION) instanceof String before
                    && request.getAttribute(WebConstants.CALLER) instanceof Caller caller) {
                signIn.end(caller, before);
            }
            cookie.set(response, started.sessionId());
            seeOther(response, target == null ? Targets.ACCOUNT : target);
        } catch (SignInFailed e) {
            people.failed(provider.settings().name(), e, id(request));
            refuse(request, response, provider, e, target);
        }
    }

    private static String code(HttpServletRequest request, Provider provider) throws SignInFailed {
        if (!provider.isAnswerOf(request.getParameter("iss"))) {
            throw new SignInFailed(Failure.TOKEN_ISSUER, "the answer is another provider's");
        }
        String code = request.getParameter("code");
        if (request.getParameter("error") != null || code == null || code.isEmpty() || code.length() > LONGEST_CODE) {
            throw new SignInFailed(Failure.PROVIDER_REFUSED, "the provider sent no code");
        }
        return code;
    }

    private void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            Provider provider,
            SignInFailed failure,
            String target)
            throws IOException {
        LOG.info(
                "Nobody was signed in by '{}': {}, {}",
                provider.settings().name(),
                failure.failure().code(),
                failure.getMessage());
        response.setStatus(failure.failure().status());
        if (failure.failure() == Failure.PROVIDER_AWAY) {
            response.setHeader("Retry-After", "60");
        }
        Locale language = pages.language(request);
        FailedView view = new FailedView(
                language, failure.failure().words(), provider.label(), Targets.with(Targets.SIGN_IN, target));
        pages.writePersonal(request, response, new Pages.Page(Texts.FAILED.in(language), Templates.failed(view)));
    }

    /** What the provider has to know beforehand, and must be the same both times. */
    private String redirect(Provider provider) {
        return pages.baseUrl() + provider.path() + Provider.BACK;
    }

    private static SignIn.Client client(HttpServletRequest request) {
        return new SignIn.Client(
                String.valueOf(request.getAttribute(WebConstants.CLIENT_ADDRESS)), request.getHeader("User-Agent"));
    }

    private static String id(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(WebConstants.REQUEST_ID));
    }

    private static void seeOther(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }
}
