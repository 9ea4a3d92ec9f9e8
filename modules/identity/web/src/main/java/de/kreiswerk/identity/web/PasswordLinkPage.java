package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.identity.api.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/** Where somebody chooses a password with the link that the administration gave them. Looking at it uses nothing up. */
final class PasswordLinkPage {

    private static final String CHOSEN = "neu";
    private static final String REPEATED = "wiederholt";

    private final SignIn signIn;
    private final Pages pages;

    PasswordLinkPage(SignIn signIn, Pages pages) {
        this.signIn = signIn;
        this.pages = pages;
    }

    static boolean isAt(HttpServletRequest request) {
        return request.getPathInfo() != null
                && (Addresses.SIGN_IN + request.getPathInfo()).startsWith(SignIn.CHOOSE_PASSWORD);
    }

    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, null, null);
    }

    void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String chosen = Forms.text(request, CHOSEN);
        if (!chosen.equals(Forms.text(request, REPEATED))) {
            response.setStatus(Problem.Kind.UNPROCESSABLE.status());
            write(request, response, Texts.NOT_REPEATED, REPEATED);
            return;
        }
        try {
            signIn.choosePassword(secret(request), chosen, (String) request.getAttribute(WebConstants.REQUEST_ID));
        } catch (ProblemException refused) {
            if (!refused.problem().code().equals("password-not-valid")) {
                throw refused;
            }
            response.setStatus(refused.problem().kind().status());
            write(request, response, refused.problem().detail(), CHOSEN);
            return;
        }
        Addresses.seeOther(response, Addresses.SIGN_IN + "?" + SignInServlet.DONE + "=kennwort");
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Text error, String field)
            throws IOException {
        Locale language = pages.language(request);
        String secret = secret(request);
        String login = signIn.whoChooses(secret);
        PasswordLinkView view = new PasswordLinkView(
                language,
                SignIn.CHOOSE_PASSWORD + secret,
                login,
                Forms.token(request),
                error == null ? null : error.in(language),
                field);
        pages.writePersonal(
                request, response, new Pages.Page(Texts.CHOOSE_PASSWORD.in(language), Rendering.passwordLink(view)));
    }

    private static String secret(HttpServletRequest request) {
        return (Addresses.SIGN_IN + request.getPathInfo()).substring(SignIn.CHOOSE_PASSWORD.length());
    }
}
