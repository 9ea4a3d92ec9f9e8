package de.kreiswerk.core.web.pages.texts;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code /api/platform/v1/texts/NAME}: reads a text as Markdown, and replaces it. A servlet and not a resource of JAX-RS: two
 * methods are no reason for an application of their own.
 */
@Component(service = Servlet.class, property = WebConstants.PERMISSION + "=" + TextPermissions.TEXTS)
@HttpWhiteboardServletPattern("/api/platform/v1/texts/*")
public class TextsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final int MAX_BYTES = 100_000;
    private static final String ALLOW = "GET, HEAD, PUT, OPTIONS";
    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

    private final transient LegalTexts texts;
    private final transient TextEditor editor;

    /**
     * Serves.
     *
     * @param texts the texts
     * @param editor changes them
     */
    @Activate
    public TextsServlet(@Reference LegalTexts texts, @Reference TextEditor editor) {
        this.texts = texts;
        this.editor = editor;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        LegalText text = LegalText.named(name).orElseThrow(TextsServlet::unknown);
        switch (request.getMethod()) {
            case "GET", "HEAD" -> read(text, response);
            case "PUT" -> replace(text, request, response);
            case "OPTIONS" -> {
                response.setHeader("Allow", ALLOW);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> {
                response.setHeader("Allow", ALLOW);
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private void read(LegalText text, HttpServletResponse response) throws IOException {
        LegalTexts.Version version = texts.find(text);
        byte[] body = version.markdown().getBytes(StandardCharsets.UTF_8);
        response.setHeader("ETag", tag(version.revision()));
        response.setContentType("text/markdown; charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private void replace(LegalText text, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Long expected = expected(request.getHeader("If-Match"));
        String body = body(request);
        checkThatItCanBeShown(body);
        Caller caller = (Caller) request.getAttribute(WebConstants.CALLER);
        long revision = editor.replace(caller, text, body, expected);
        response.setHeader("ETag", tag(revision));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void checkThatItCanBeShown(String text) {
        try {
            new Markdown().html(text);
        } catch (IllegalArgumentException e) {
            throw refusal(
                    Problem.Kind.UNPROCESSABLE,
                    "text-nested",
                    new Text("Text zu tief verschachtelt", "Text nested too deeply"),
                    new Text(
                            "Listen und Zitate sind zu tief ineinander verschachtelt. Machen Sie den Text flacher.",
                            "Lists and quotes are nested too deeply. Make the text flatter."));
        }
    }

    private static String tag(long revision) {
        return "\"" + revision + "\"";
    }

    private static Long expected(String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw refusal(
                    Problem.Kind.MALFORMED,
                    "if-match-malformed",
                    new Text("If-Match nicht lesbar", "If-Match malformed"),
                    new Text(
                            "If-Match nennt die Kopfzeile ETag der letzten Antwort, zum Beispiel \"3\".",
                            "If-Match names the ETag header of the last answer, such as \"3\"."));
        }
        return Long.valueOf(tag.group(1));
    }

    private static String body(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw refusal(
                    Problem.Kind.TOO_LARGE,
                    "text-too-large",
                    new Text("Text zu groß", "Text too large"),
                    new Text(
                            "Der Text ist größer als 100 kB. Kürzen Sie ihn.",
                            "The text is larger than 100 kB. Make it shorter."));
        }
        String text = decoded(bytes);
        if (text.isBlank()) {
            throw refusal(
                    Problem.Kind.UNPROCESSABLE,
                    "text-empty",
                    new Text("Text leer", "Text empty"),
                    new Text("Der Text ist leer.", "The text is empty."));
        }
        return text;
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replace("\uFEFF", "")
                    .replace("\u0000", "");
        } catch (CharacterCodingException e) {
            throw refusal(
                    Problem.Kind.UNPROCESSABLE,
                    "text-not-utf-8",
                    new Text("Text nicht lesbar", "Text not readable"),
                    new Text("Der Text muss in UTF-8 gespeichert sein.", "The text must be stored as UTF-8."));
        }
    }

    private static ProblemException unknown() {
        return refusal(
                Problem.Kind.NOT_FOUND,
                "text-not-found",
                new Text("Diesen Text gibt es nicht", "No such text"),
                new Text(
                        "Es gibt impressum, datenschutz und barrierefreiheit.",
                        "There are impressum, datenschutz and barrierefreiheit."));
    }

    private static ProblemException refusal(Problem.Kind kind, String code, Text title, Text detail) {
        return new ProblemException(kind, code, title, detail);
    }
}
