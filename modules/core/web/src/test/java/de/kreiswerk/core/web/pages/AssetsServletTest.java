package de.kreiswerk.core.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.web.EntityTag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsServletTest {

    private final Assets assets = new Assets();
    private final AssetsServlet servlet = new AssetsServlet(assets, new Logo(Path.of("."), ""));

    @Test
    void addressCarriesAHashAndMayBeKeptForever() throws IOException {
        FakeHttp http = get("/" + assets.hash() + "/kern.min.css");

        assertThat(http.status).isEqualTo(200);
        assertThat(http.headers)
                .containsEntry("Content-Type", "text/css; charset=utf-8")
                .containsEntry("Cache-Control", "public, max-age=31536000, immutable")
                .containsEntry("Vary", "Accept-Encoding")
                .containsEntry("Content-Length", Integer.toString(http.body.size()));
        assertThat(http.text()).contains(".kern-table");
        assertThat(assets.address("kern.min.css")).isEqualTo("/assets/" + assets.hash() + "/kern.min.css");
    }

    @Test
    void theScriptIsOneThatBrowsersRun() throws IOException {
        assertThat(get("/" + assets.hash() + "/once.js").headers)
                .containsEntry("Content-Type", "text/javascript; charset=utf-8");
    }

    @Test
    void compressedBytesAreTheSameWithATagOfTheirOwn() throws IOException {
        FakeHttp plain = get("/" + assets.hash() + "/kreiswerk.css");
        FakeHttp gzip = answer(FakeHttp.get("/assets", "/" + assets.hash() + "/kreiswerk.css")
                .with("Accept-Encoding", "br, gzip;q=0.8"));

        assertThat(gzip.headers).containsEntry("Content-Encoding", "gzip");
        assertThat(gzip.headers.get("ETag")).isNotEqualTo(plain.headers.get("ETag"));
        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(gzip.body.toByteArray())).readAllBytes();
        assertThat(unpacked).isEqualTo(plain.body.toByteArray());
        assertThat(gzip.body.size()).isLessThan(plain.body.size());
    }

    @Test
    void knownTagGetsNoBody() throws IOException {
        String tag = get("/" + assets.hash() + "/kreiswerk.css").headers.get("ETag");

        FakeHttp again = answer(FakeHttp.get("/assets", "/" + assets.hash() + "/kreiswerk.css")
                .with("If-None-Match", "\"other\", W/" + tag));

        assertThat(again.status).isEqualTo(304);
        assertThat(again.body.size()).isZero();
    }

    @Test
    void pageOfAnotherVersionGetsTodaysStyle() throws IOException {
        FakeHttp http = get("/0123456789abcdef/kreiswerk.css");

        assertThat(http.status).isEqualTo(302);
        assertThat(http.headers).containsEntry("Location", assets.address("kreiswerk.css"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "//",
                "/x",
                "/HASH",
                "/HASH/",
                "/HASH/nothing.css",
                "/HASH/../META-INF/MANIFEST.MF",
                "/HASH/fonts/../../META-INF/MANIFEST.MF",
                "/HASH//etc/passwd",
                "/HASH/\u0000",
                "/../kreiswerk.css/x"
            })
    void nothingButTheFixedSetIsThere(String path) throws IOException {
        FakeHttp http = get(path.replace("HASH", assets.hash()));

        assertThat(http.status).isEqualTo(404);
        assertThat(http.body.size()).isZero();
    }

    @Test
    void iconIsWhereBrowsersLookForIt() throws IOException {
        FakeHttp http = answer(FakeHttp.get("/favicon.ico", null));

        assertThat(http.status).isEqualTo(200);
        assertThat(http.headers)
                .containsEntry("Content-Type", "image/x-icon")
                .containsEntry("Cache-Control", "public, max-age=86400");
        assertThat(http.body.toByteArray()).startsWith(0, 0, 1, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "TRACE", "PATCH"})
    void onlyReadingIsAllowed(String method) throws IOException {
        FakeHttp http = answer(new FakeHttp(method, "/assets", "/" + assets.hash() + "/kreiswerk.css"));

        assertThat(http.status).isEqualTo(405);
        assertThat(http.headers).containsEntry("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void everyFileThatTheStyleSheetNamesIsThere() throws IOException {
        String css = get("/" + assets.hash() + "/kreiswerk.css").text();
        Matcher url = Pattern.compile("url\\(\"([^\"]+)\"\\)").matcher(css);

        assertThat(url.results().map(found -> found.group(1)))
                .hasSize(3)
                .allMatch(name -> assets.find(name).isPresent());
    }

    @Test
    void hashDependsOnTheBytesAlone() {
        assertThat(new Assets().hash()).isEqualTo(assets.hash()).matches("[0-9a-f]{24}");
        assertThat(EntityTag.of("a".getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(EntityTag.of("b".getBytes(StandardCharsets.UTF_8)));
    }

    private FakeHttp get(String pathInfo) throws IOException {
        return answer(FakeHttp.get("/assets", pathInfo));
    }

    private FakeHttp answer(FakeHttp http) throws IOException {
        servlet.service(http.request(), http.response());
        return http;
    }
}
