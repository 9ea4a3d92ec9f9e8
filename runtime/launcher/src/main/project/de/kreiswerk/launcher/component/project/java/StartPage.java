package @PACKAGE@;

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

/** Die öffentliche Seite des Dienstes. Kopf, Navigation und Fuß legt die Plattform darum. */
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
        boolean english = pages.language(request).equals(Locale.ENGLISH);
        String title = Texts.TITLE.in(pages.language(request));
        String name = request.getParameter("name");
        pages.write(request, response, new Pages.Page(title, content(title, name, english)));
    }

    static String content(String title, String name, boolean english) {
        return "<h1>" + Html.escaped(title) + "</h1>"
                + "<form method=\"get\">"
                + "<p><label for=\"name\">" + (english ? "Your name" : "Ihr Name") + "</label>"
                + " <input id=\"name\" name=\"name\" autocomplete=\"name\" maxlength=\"" + Greeting.LONGEST + "\" value=\""
                + Html.escaped(name == null ? "" : name) + "\"></p>"
                + "<p><button>" + (english ? "Greet" : "Grüßen") + "</button></p>"
                + "</form>"
                + greeting(name, english);
    }

    private static String greeting(String name, boolean english) {
        if (name == null) {
            return "";
        }
        try {
            return "<p>" + Html.escaped(Greeting.to(name).words()) + "</p>";
        } catch (IllegalArgumentException e) {
            return "<p role=\"alert\">" + (english ? "Please enter a name." : "Bitte geben Sie einen Namen ein.") + "</p>";
        }
    }
}
