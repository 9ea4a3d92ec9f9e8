package de.kreiswerk.core.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0};

    @TempDir
    Path outside;

    private Path data;

    @BeforeEach
    void files() throws IOException {
        data = Files.createDirectories(outside.resolve("data/bilder")).getParent();
        Files.write(data.resolve("bilder/wappen.png"), PNG);
        write(data.resolve("wappen.svg"), "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        write(data.resolve("page.svg"), "<html><script>alert(1)</script></html>");
        write(outside.resolve("secret.svg"), "<svg/>");
        Files.write(data.resolve("large.png"), java.util.Arrays.copyOf(PNG, 256 * 1024 + 1));
        Files.createSymbolicLink(data.resolve("link.svg"), outside.resolve("secret.svg"));
    }

    @Test
    void drawingIsServedUnderItsHashAndCannotRunAnything() throws IOException {
        Logo logo = new Logo(data, "wappen.svg");
        String address = logo.address();
        assertThat(address).matches("/assets/[0-9a-f]{24}/logo\\.svg");

        FakeHttp http = FakeHttp.get("/assets", address.substring("/assets".length()));
        new AssetsServlet(new Assets(), logo).service(http.request(), http.response());

        assertThat(http.status).isEqualTo(200);
        assertThat(http.headers)
                .containsEntry("Content-Type", "image/svg+xml")
                .containsEntry("Cache-Control", "public, max-age=31536000, immutable");
        assertThat(http.headers.get("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
    }

    @Test
    void pagesShowIt() throws IOException {
        Logo logo = new Logo(data, "bilder/wappen.png");
        Fixture fixture = new Fixture(Map.of(), logo);
        FakeHttp http = FakeHttp.get("/", null);
        fixture.pages.write(
                http.request(), http.response(), new de.kreiswerk.core.api.web.Pages.Page("Titel", "<p>Inhalt</p>"));

        assertThat(logo.address()).endsWith("/logo.png");
        assertThat(http.text())
                .contains("src=\"" + logo.address() + "\" alt=\"\"")
                .doesNotContain("kw-brand__mark");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "missing.svg",
                "../secret.svg",
                "link.svg",
                "page.svg",
                "large.png",
                "bilder",
                "/etc/hostname",
                "a\u0000b"
            })
    void whatIsNoLogoIsNotShown(String file) {
        assertThat(new Logo(data, file).address()).isNull();
    }

    private static void write(Path file, String content) throws IOException {
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
