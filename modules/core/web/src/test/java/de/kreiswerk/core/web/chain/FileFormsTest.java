package de.kreiswerk.core.web.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.FileForm;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormsTest {

    private static final String TOKEN = "the-token";
    private static final int MEBIBYTE = 1024 * 1024;

    private final Limits limits = new Limits(MEBIBYTE);
    private final Forgery forgery = new Forgery(new SessionCookies(() -> Optional.of("http://localhost")), limits);

    @Test
    void theTokenStandsBeforeTheFileWhichIsLeftToWhoeverAskedForIt() throws IOException {
        HttpServletRequest request = session(form(field("csrf", TOKEN) + field("was", "hochladen") + file("bytes")))
                .request();

        assertThat(refusal(request)).isNull();
        assertThat(limits.formRefusal(request)).isNull();

        FileForm form = (FileForm) request.getAttribute(FileForm.ATTRIBUTE);
        assertThat(form.field("was")).isEqualTo("hochladen");
        assertThat(form.fileName()).isEqualTo("hundesteuer-1.0.0.kwc");
        assertThat(form.file().readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("bytes");
    }

    /** The page of such a form was made without looking for a session. */
    @Test
    void aFileOfAPublicFormNeedsNoToken() throws IOException {
        HttpServletRequest request = session(form(file("bytes"))).request();

        assertThat(forgery.refusal(
                        request, Endpoint.ofServlet("/transparenz", Map.of(WebConstants.PUBLIC, true), "owner")))
                .isNull();
        assertThat(limits.formRefusal(request)).isNull();
        assertThat(((FileForm) request.getAttribute(FileForm.ATTRIBUTE)).file().readAllBytes())
                .hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "another", "the-token "})
    void aWrongTokenIsRefusedBeforeTheFileIsRead(String token) {
        Problem refused =
                refusal(session(form(field("csrf", token) + file("bytes"))).request());
        assertThat(refused.code()).isEqualTo("csrf-token-not-valid");
    }

    @Test
    void aTokenBehindTheFileIsNone() {
        Problem refused =
                refusal(session(form(file("bytes") + field("csrf", TOKEN))).request());
        assertThat(refused.code()).isEqualTo("csrf-token-not-valid");
    }

    @Test
    void aTokenInAFileOrTwiceIsNone() {
        String asFile = part("form-data; name=\"csrf\"; filename=\"x\"", TOKEN);
        assertThat(refusal(session(form(asFile)).request()).code()).isEqualTo("csrf-token-not-valid");
        assertThat(refusal(session(form(field("csrf", "x") + field("csrf", TOKEN)))
                                .request())
                        .code())
                .isEqualTo("form-broken-off");
    }

    @Test
    void withTheTokenInAHeaderOrABearerTokenTheFormIsReadForTheServletAsWell() throws IOException {
        HttpServletRequest request =
                session(form(file("bytes"))).with("X-CSRF-Token", TOKEN).request();
        assertThat(refusal(request)).isNull();
        assertThat(limits.formRefusal(request)).isNull();
        assertThat(((FileForm) request.getAttribute(FileForm.ATTRIBUTE)).file().readAllBytes())
                .hasSize(5);

        HttpServletRequest machine =
                form(file("bytes")).with("Authorization", "Bearer x").request();
        assertThat(refusal(machine)).isNull();
        assertThat(limits.formRefusal(machine)).isNull();
        assertThat(machine.getAttribute(FileForm.ATTRIBUTE)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no form at all",
                "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nthe-token",
                "--b\r\nContent-Disposition: form-data\r\n\r\nthe-token\r\n--b--",
                "--b\r\n"
            })
    void whatIsNoSuchFormIsRefusedInWords(String body) {
        Exchange exchange = session(Exchange.of("POST", "/admin/a")
                .with("Content-Type", "multipart/form-data; boundary=b")
                .sending(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(refusal(exchange.request()).code()).isEqualTo("form-broken-off");
    }

    @Test
    void aFormWithoutABoundaryIsRefusedInWords() {
        Exchange exchange = session(Exchange.of("POST", "/admin/a").with("Content-Type", "multipart/form-data"));
        assertThat(refusal(exchange.request()).code()).isEqualTo("form-broken-off");
        assertThat(limits.formRefusal(exchange.request()).code()).isEqualTo("form-broken-off");
    }

    @Test
    void aFormHasFewFieldsAndShortOnes() {
        String many = "";
        for (int i = 0; i < 21; i++) {
            many += field("f" + i, "x");
        }
        assertThat(refusal(session(form(many)).request()).code()).isEqualTo("form-broken-off");
        assertThat(refusal(session(form(field("csrf", "x".repeat(5_000)))).request())
                        .code())
                .isEqualTo("form-broken-off");
    }

    @Test
    void aFileAsLargeAsABodyMayBeFitsIntoAFormAndALargerOneEndsWithARefusal() throws IOException {
        Exchange fits = form(file("x".repeat(MEBIBYTE)));
        assertThat(limits.refusal(fits.request())).isNull();
        assertThat(limits.fileForm(fits.request()).file().readAllBytes()).hasSize(MEBIBYTE);

        byte[] large = body(file("x".repeat(2 * MEBIBYTE)));
        assertThat(limits.refusal(form("").sending(large).request()).kind()).isEqualTo(Problem.Kind.TOO_LARGE);
        FileForm chunked = limits.fileForm(form("").chunked(large).request());
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> chunked.file().readAllBytes());
        assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.TOO_LARGE);
    }

    @Test
    void aFileThatBreaksOffIsNoFile() {
        byte[] whole = body(file("x".repeat(100_000)));
        FileForm form = limits.fileForm(
                form("").sending(java.util.Arrays.copyOf(whole, 50_000)).request());
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> form.file().readAllBytes());
        assertThat(refused.problem().code()).isEqualTo("form-broken-off");
    }

    private Problem refusal(HttpServletRequest request) {
        return forgery.refusal(
                request, Endpoint.ofServlet("/admin/*", Map.of(WebConstants.PERMISSION, "platform.admin"), "owner"));
    }

    private static Exchange session(Exchange exchange) {
        return exchange.withAttribute(WebConstants.CSRF_TOKEN, TOKEN);
    }

    private static Exchange form(String parts) {
        return Exchange.of("POST", "/admin/a")
                .with("Content-Type", "multipart/form-data; boundary=b")
                .sending(body(parts));
    }

    private static byte[] body(String parts) {
        return (parts + "--b--\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String field(String name, String value) {
        return part("form-data; name=\"" + name + "\"", value);
    }

    private static String file(String content) {
        return part("form-data; name=\"datei\"; filename=\"hundesteuer-1.0.0.kwc\"", content);
    }

    private static String part(String disposition, String content) {
        return "--b\r\nContent-Disposition: " + disposition + "\r\n\r\n" + content + "\r\n";
    }
}
