package de.kreiswerk.core.web.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.persistence.BlobStore;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.FileAnswers.StoredFile;
import de.kreiswerk.core.web.chain.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredFileAnswersTest {

    private static final byte[] BYTES = "0123456789".getBytes(StandardCharsets.UTF_8);
    private static final String SHA256 = "ab".repeat(32);
    private static final String TAG = '"' + SHA256 + '"';
    private static final StoredFile FILE =
            new StoredFile(SHA256, "Plan.pdf", "application/pdf", Instant.parse("2026-01-02T03:04:05.678Z"));

    private byte[] stored = BYTES;
    private final StoredFileAnswers answers = new StoredFileAnswers(new BlobStore() {
        @Override
        public Blob store(InputStream in, long maxBytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Blob store(InputStream in, long maxBytes, String owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Received receive(InputStream in, long maxBytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Blob store(Received received, String owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release(String sha256, String owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void releaseAll(String owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Blob> find(String sha256) {
            return stored == null ? Optional.empty() : Optional.of(new Blob(sha256, stored.length));
        }

        @Override
        public void copy(String sha256, long from, long length, OutputStream out) throws IOException {
            out.write(stored, (int) from, (int) length);
        }
    });

    @Test
    void fileIsShownWhereABrowserSafelyCan() throws IOException {
        Exchange exchange = send(Exchange.get("/a"), FILE, false);

        assertThat(exchange.text()).isEqualTo("0123456789");
        assertThat(exchange.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(exchange.header("Content-Disposition")).startsWith("inline; filename=\"Plan.pdf\"");
        assertThat(exchange.header("Content-Length")).isEqualTo("10");
        assertThat(exchange.header("Last-Modified")).isEqualTo("Fri, 02 Jan 2026 03:04:05 GMT");
        assertThat(exchange.header("Accept-Ranges")).isEqualTo("bytes");
    }

    @Test
    void downloadIsOfferedForSaving() throws IOException {
        assertThat(send(Exchange.get("/a"), FILE, true).header("Content-Disposition"))
                .startsWith("attachment; filename=\"Plan.pdf\"");
    }

    @Test
    void pageOfAStrangerNeverRunsHere() throws IOException {
        Exchange exchange =
                send(Exchange.get("/a"), new StoredFile(SHA256, "a.html", "text/html", FILE.modified()), false);

        assertThat(exchange.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(exchange.header("Content-Disposition")).startsWith("attachment;");
    }

    @Test
    void headHasTheHeadersAlone() throws IOException {
        Exchange exchange = send(Exchange.of("HEAD", "/a").with("Range", "bytes=3-5"), FILE, false);

        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.header("Content-Length")).isEqualTo("10");
        assertThat(exchange.text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If-None-Match | TAG | 304",
                "If-None-Match | W/TAG | 304",
                "If-None-Match | \"x\", TAG | 304",
                "If-None-Match | * | 304",
                "If-None-Match | \"x\" | 200",
                "If-Modified-Since | Fri, 02 Jan 2026 03:04:05 GMT | 304",
                "If-Modified-Since | Fri, 02 Jan 2026 03:04:06 GMT | 304",
                "If-Modified-Since | Fri, 02 Jan 2026 03:04:04 GMT | 200",
                "If-Modified-Since | yesterday | 200"
            })
    void whoHasTheFileDoesNotGetItAgain(String header, String value, int status) throws IOException {
        Exchange exchange = send(Exchange.get("/a").with(header, value.replace("TAG", TAG)), FILE, false);

        assertThat(exchange.status()).isEqualTo(status);
        assertThat(exchange.text()).hasSize(status == 304 ? 0 : BYTES.length);
    }

    @Test
    void tagCountsMoreThanTheDate() throws IOException {
        Exchange request = Exchange.get("/a")
                .with("If-None-Match", "\"x\"")
                .with("If-Modified-Since", "Fri, 02 Jan 2026 03:04:05 GMT");

        assertThat(send(request, FILE, false).status()).isEqualTo(200);
    }

    @Test
    void partOfAFileIsSentAlone() throws IOException {
        Exchange exchange = send(Exchange.get("/a").with("Range", "bytes=3-5"), FILE, true);

        assertThat(exchange.status()).isEqualTo(206);
        assertThat(exchange.text()).isEqualTo("345");
        assertThat(exchange.header("Content-Range")).isEqualTo("bytes 3-5/10");
        assertThat(exchange.header("Content-Length")).isEqualTo("3");
    }

    @Test
    void partBehindTheEndIsRefusedWithTheSizeInWordsAsWell() {
        Exchange exchange = Exchange.get("/a").with("Range", "bytes=10-");

        Problem problem = catchThrowableOfType(ProblemException.class, () -> send(exchange, FILE, false))
                .problem();

        assertThat(problem.code()).isEqualTo("no-such-part");
        assertThat(problem.kind().status()).isEqualTo(416);
        assertThat(problem.detail().german()).contains("10 Bytes");
        assertThat(problem.detail().english()).contains("10 bytes");
        assertThat(exchange.status()).isEqualTo(416);
        assertThat(exchange.header("Content-Range")).isEqualTo("bytes */10");
        assertThat(exchange.header("ETag")).as("that of the file").isNull();
    }

    @Test
    void whoHasTheFileIsToldSoWhateverPartTheyWant() throws IOException {
        Exchange request = Exchange.get("/a").with("Range", "bytes=10-").with("If-None-Match", TAG);

        assertThat(send(request, FILE, false).status()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TAG | 206",
                "\"x\" | 200",
                "W/TAG | 200",
                "Fri, 02 Jan 2026 03:04:05 GMT | 206",
                "Sat, 03 Jan 2026 03:04:05 GMT | 200",
                "nonsense | 200"
            })
    void partOfAnotherFileIsNotMixedIn(String ifRange, int status) throws IOException {
        Exchange exchange = Exchange.get("/a").with("Range", "bytes=3-5").with("If-Range", ifRange.replace("TAG", TAG));

        assertThat(send(exchange, FILE, false).status()).isEqualTo(status);
    }

    @Test
    void bytesThatTheStoreLostAreNotAnswered() throws IOException {
        stored = null;
        Exchange exchange = Exchange.get("/a");

        assertThat(answers.send(exchange.request(), exchange.response(), FILE, false))
                .isFalse();
        assertThat(exchange.header("ETag")).isNull();
        assertThat(exchange.text()).isEmpty();
    }

    private Exchange send(Exchange exchange, StoredFile file, boolean download) throws IOException {
        assertThat(answers.send(exchange.request(), exchange.response(), file, download))
                .isTrue();
        return exchange;
    }
}
