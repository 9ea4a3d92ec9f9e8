package @PACKAGE@;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Die öffentliche Seite des Dienstes. Kopf, Navigation und Fuß legt die Plattform darum; die Klassen „kern-…“ sind die des
 * UX-Standards KERN.
 */
@Component(service = Servlet.class, property = WebConstants.PUBLIC + ":Boolean=true")
@HttpWhiteboardServletPattern(StartPage.PATH)
public final class StartPage extends HttpServlet {

    static final String PATH = "/@PATH@/@SHORT@";

    private static final long serialVersionUID = 1L;

    private final transient Pages pages;

    @Activate
    public StartPage(@Reference Pages pages) {
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = pages.language(request);
        Answer answer = answer(language, request.getParameter("name"));
        response.setStatus(answer.status());
        pages.write(request, response, new Pages.Page(Texts.TITLE.in(language), answer.html()));
    }

    /** Was die Seite zeigt, und mit welchem Status: auch Programme sollen merken, dass etwas nicht stimmt. */
    record Answer(int status, String html) {}

    /** Ohne Namen wurde noch nichts gefragt. */
    static Answer answer(Locale language, String name) {
        if (name == null) {
            return new Answer(HttpServletResponse.SC_OK, form(language, "", ""));
        }
        try {
            String greeting = Html.escaped(Greeting.to(name, language).words());
            return new Answer(
                    HttpServletResponse.SC_OK,
                    form(language, name, "") + "<p class=\"kern-body\" role=\"status\">" + greeting + "</p>");
        } catch (IllegalArgumentException e) {
            Text wrong = name.isBlank() ? Texts.NAME_MISSING : Texts.NAME_TOO_LONG;
            return new Answer(HttpServletResponse.SC_BAD_REQUEST, form(language, name, wrong.in(language)));
        }
    }

    private static String form(Locale language, String name, String error) {
        boolean wrong = !error.isEmpty();
        return """
                <h1 class="kern-heading-large">%s</h1>
                <form class="kw-form" method="get">
                  <div class="kern-form-input%s">
                    <label class="kern-label" for="name">%s</label>
                    <input class="kern-form-input__input" id="name" name="name" autocomplete="name" maxlength="%d" value="%s"%s>
                    %s
                  </div>
                  <button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">%s</span></button>
                </form>
                """.formatted(
                        Html.escaped(Texts.TITLE.in(language)),
                        wrong ? " kern-form-input--error" : "",
                        Html.escaped(Texts.NAME.in(language)),
                        Greeting.LONGEST,
                        Html.escaped(name),
                        wrong ? " aria-invalid=\"true\" aria-describedby=\"name-fehler\"" : "",
                        wrong
                                ? "<p class=\"kw-field-error\" id=\"name-fehler\">" + Html.escaped(error) + "</p>"
                                : "",
                        Html.escaped(Texts.GREET.in(language)));
    }
}
