package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.identity.api.SignIn;
import de.kreiswerk.identity.api.TooManyAttempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Asks for the code after the password. The step is in the form only: an address would stay in the browser's history. */
final class SecondStepPage {

    static final String PATH = "/code";

    private final SignIn signIn;
    private final Pages pages;

    SecondStepPage(SignIn signIn, Pages pages) {
        this.signIn = signIn;
        this.pages = pages;
    }

    void ask(HttpServletRequest request, HttpServletResponse response, String step) throws IOException {
        write(request, response, step, null);
    }

    /** The session that began; empty when the code was wrong and is asked for again. */
    Optional<SignIn.Started> take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String step = Forms.text(request, "schritt");
        try {
            return Optional.of(signIn.withCode(step, Forms.text(request, "code"), Forms.client(request), (String)
                    request.getAttribute(WebConstants.REQUEST_ID)));
        } catch (ProblemException refused) {
            Problem problem = refused.problem();
            boolean again = problem.code().equals("code-wrong") || refused instanceof TooManyAttempts;
            if (!again) {
                throw refused;
            }
            if (refused instanceof TooManyAttempts many) {
                response.setHeader("Retry-After", String.valueOf(many.seconds()));
            }
            response.setStatus(problem.kind().status());
            write(request, response, step, problem.detail().in(pages.language(request)));
            return Optional.empty();
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String step, String error)
            throws IOException {
        Locale language = pages.language(request);
        SecondStepView view = new SecondStepView(
                language, Addresses.SIGN_IN + PATH, step, Addresses.next(request), Forms.token(request), error);
        pages.writePersonal(
                request, response, new Pages.Page(Texts.SECOND_STEP.in(language), Rendering.secondStep(view)));
    }
}
