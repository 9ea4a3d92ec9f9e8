package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.SessionCookie;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.identity.api.SignIn;
import de.kreiswerk.identity.api.SignInWay;
import de.kreiswerk.identity.api.TooManyAttempts;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Where people sign in, in one step or two, and choose a password with a link. */
@Component(
        service = Servlet.class,
        property = {WebConstants.PUBLIC + ":Boolean=true", WebConstants.SIGN_IN + ":Boolean=true"})
@HttpWhiteboardServletPattern(Addresses.SIGN_IN + "/*")
public class SignInServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    static final String DONE = "fertig";
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_SHOWN = 400;

    private final transient SignIn signIn;
    private final transient SessionCookie cookie;
    private final transient PasswordLinkPage passwordLink;
    private final transient SecondStepPage secondStep;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    transient volatile List<SignInWay> ways = List.of();

    /**
     * Serves.
     *
     * @param signIn signs in
     * @param cookie keeps the session in the browser
     * @param pages the frame
     */
    @Activate
    public SignInServlet(@Reference SignIn signIn, @Reference SessionCookie cookie, @Reference Pages pages) {
        super(pages);
        this.signIn = signIn;
        this.cookie = cookie;
        this.passwordLink = new PasswordLinkPage(signIn, pages);
        this.secondStep = new SecondStepPage(signIn, pages);
    }

    @Override
    protected void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (PasswordLinkPage.isAt(request)) {
            passwordLink.show(request, response);
            return;
        }
        if (SecondStepPage.PATH.equals(request.getPathInfo())) {
            // Loaded anew, there is no step any more.
            Addresses.seeOther(response, Addresses.SIGN_IN);
            return;
        }
        if (isNowhere(request, response)) {
            return;
        }
        if (Forms.session(request) != null) {
            Addresses.seeOther(response, next(request));
            return;
        }
        write(request, response, "", null);
    }

    @Override
    protected void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (PasswordLinkPage.isAt(request)) {
            passwordLink.take(request, response);
            return;
        }
        if (SecondStepPage.PATH.equals(request.getPathInfo())) {
            SignIn.Started started = secondStep.take(request, response).orElse(null);
            if (started != null) {
                begun(request, response, started);
            }
            return;
        }
        if (isNowhere(request, response)) {
            return;
        }
        String name = Forms.text(request, "name");
        SignIn.Started started;
        try {
            started = signIn.withPassword(name, Forms.text(request, "kennwort"), Forms.client(request), (String)
                    request.getAttribute(WebConstants.REQUEST_ID));
        } catch (ProblemException refused) {
            refuse(request, response, name, refused);
            return;
        }
        if (started.step() != null) {
            secondStep.ask(request, response, started.step());
        } else {
            begun(request, response, started);
        }
    }

    private void begun(HttpServletRequest request, HttpServletResponse response, SignIn.Started started) {
        // The session that was there before ends: nobody goes on under an id that somebody else may know.
        if (Forms.session(request) != null && request.getAttribute(WebConstants.CALLER) instanceof Caller before) {
            signIn.end(before, Forms.session(request));
        }
        cookie.set(response, started.sessionId());
        Addresses.seeOther(
                response,
                started.mustChangePassword() || started.mustSetUp()
                        ? Addresses.with(Addresses.ACCOUNT, Addresses.next(request))
                        : next(request));
    }

    private static boolean isNowhere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean nowhere = request.getPathInfo() != null;
        if (nowhere) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
        return nowhere;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String name, ProblemException refused)
            throws IOException {
        Problem problem = refused.problem();
        switch (problem.kind()) {
            // 401 would promise a way to sign in by a header (RFC 9110, section 15.5.2).
            case UNAUTHENTICATED -> response.setStatus(UNPROCESSABLE);
            case TOO_MANY -> {
                response.setStatus(problem.kind().status());
                response.setHeader(
                        "Retry-After", String.valueOf(refused instanceof TooManyAttempts many ? many.seconds() : 60));
            }
            default -> throw refused;
        }
        Locale language = pages.language(request);
        write(
                request,
                response,
                name.length() > LONGEST_SHOWN ? "" : name,
                problem.detail().in(language));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String name, String error)
            throws IOException {
        Locale language = pages.language(request);
        boolean chosen = error == null && Forms.text(request, DONE).equals("kennwort");
        String next = Addresses.next(request);
        SignInView view = new SignInView(
                language,
                name,
                next,
                error,
                Forms.token(request),
                chosen ? Texts.PASSWORD_CHOSEN.in(language) : null,
                others(language, next));
        pages.writePersonal(request, response, new Pages.Page(Texts.SIGN_IN.in(language), Rendering.signIn(view)));
    }

    private List<SignInView.Way> others(Locale language, String next) {
        return ways.stream()
                .sorted(Comparator.comparingInt(SignInWay::order).thenComparing(SignInWay::path))
                .map(way ->
                        new SignInView.Way(way.label().in(language), Addresses.with(way.path(), next), way.available()))
                .toList();
    }

    private static String next(HttpServletRequest request) {
        String next = Addresses.next(request);
        return next == null ? Addresses.ACCOUNT : next;
    }
}
