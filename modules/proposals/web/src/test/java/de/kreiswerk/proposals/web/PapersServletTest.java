package de.kreiswerk.proposals.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.persistence.BlobStore;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.publication.Snapshot;
import de.kreiswerk.core.api.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PapersServletTest {

    private static final byte[] FILE = "0123456789".getBytes(StandardCharsets.UTF_8);
    private static final String TAG = '"' + SampleSnapshots.SHA256 + '"';

    private final FakePublication publication = new FakePublication();
    private final FakePages pages = new FakePages();
    private final FakeBlobs blobs = new FakeBlobs();
    private final PapersServlet servlet = new PapersServlet(publication, blobs, pages);

    @BeforeEach
    void somePapers() {
        publication.add(SampleSnapshots.object(1, SampleSnapshots.full("Wortlaut")));
        publication.add(SampleSnapshots.object(2, SampleSnapshots.SPARSE));
        publication.add(SampleSnapshots.object(3, null));
        publication.addresses.put("/vorlagen/2025-900", publication.addresses.get("/vorlagen/2026-001"));
    }

    @Test
    void paperHasAPage() throws IOException {
        FakeHttp http = answer(FakeHttp.get("/2026-001"));

        assertThat(http.status).isEqualTo(200);
        assertThat(pages.page.title()).isEqualTo("Wortlaut (2026/001)");
        assertThat(http.text()).contains("Beratungsfolge");
    }

    @Test
    void paperWithoutATitleIsCalledByItsReference() throws IOException {
        answer(FakeHttp.get("/2026-002"));

        assertThat(pages.page.title()).isEqualTo("Vorlage 2026/002");
    }

    @ParameterizedTest
    @CsvSource({
        "/, /vorlagen",
        "/2025-900, /vorlagen/2026-001",
        "/2026-001/, /vorlagen/2026-001",
        "/2026/001, /vorlagen/2026-001",
        "/2026_001, /vorlagen/2026-001",
        "/2026 001, /vorlagen/2026-001",
        "/2025-900/anlagen/1, /vorlagen/2026-001/anlagen/1",
        "/2026-001/ANLAGEN/1/, /vorlagen/2026-001/anlagen/1"
    })
    void everyOtherAddressLeadsToTheOneOfToday(String pathInfo, String location) throws IOException {
        FakeHttp http = answer(FakeHttp.get(pathInfo));

        assertThat(http.status).isEqualTo(301);
        assertThat(http.headers).containsEntry("Location", location);
    }

    @Test
    void wrongCaseLeadsToTheRightOne() throws IOException {
        publication.addresses.put("/vorlagen/vo-10-23", new Publication.Address("/paper/x", "/vorlagen/vo-10-23"));
        publication.objects.put(
                "/paper/x",
                publication.find("/paper/01920000-0000-7000-8000-000000000002").orElseThrow());

        assertThat(answer(FakeHttp.get("/VO-10-23")).headers).containsEntry("Location", "/vorlagen/vo-10-23");
        assertThat(answer(FakeHttp.get("/VO/10/23")).headers).containsEntry("Location", "/vorlagen/vo-10-23");
    }

    @Test
    void redirectEncodesWhatAHeaderMustNotHold() throws IOException {
        publication.addresses.put(
                "/vorlagen/alt",
                new Publication.Address("/paper/01920000-0000-7000-8000-000000000002", "/vorlagen/ä b"));

        assertThat(answer(FakeHttp.get("/alt")).headers).containsEntry("Location", "/vorlagen/%C3%A4%20b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2026-003", "/2026-003/", "/2026-003/anlagen/1"})
    void withdrawnPaperIsGone(String pathInfo) throws IOException {
        answer(FakeHttp.get(pathInfo));

        assertThat(pages.problem.kind()).isEqualTo(Problem.Kind.GONE);
        assertThat(pages.problem.detail().german()).contains("zurückgezogen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/2026-999",
                "/a\u0000b",
                "/../x",
                "//",
                "/x/anlagen/1",
                "/2026-001/anlagen",
                "/2026-001/anlagen/0",
                "/2026-001/anlagen/1/2",
                "/2026-001/anlagen/99999999999"
            })
    void unknownAddressIsAHelpful404(String pathInfo) throws IOException {
        answer(FakeHttp.get(pathInfo));

        assertThat(pages.problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(pages.problem.detail().german()).contains("/vorlagen/2026-127");
    }

    @Test
    void longAddressIsNotLookedUp() throws IOException {
        answer(FakeHttp.get("/" + "a".repeat(5000)));

        assertThat(pages.problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(publication.lookups).isZero();
    }

    @Test
    void listLeadsToEveryPaperAndNotToWithdrawnOnes() throws IOException {
        FakeHttp http = answer(FakeHttp.get(null));

        assertThat(http.text())
                .contains("href=\"/vorlagen/2026-001\"", "href=\"/vorlagen/2026-002\"", "Vorlage 2026/002")
                .doesNotContain("2026-003", "Weitere Vorlagen", "Zum Anfang");
    }

    @Test
    void listIsReadOnByKey() throws IOException {
        for (int number = 10; number < 120; number++) {
            publication.add(SampleSnapshots.object(number, "{\"reference\":\"2026/" + number + "\"}"));
        }

        String html = answer(FakeHttp.get(null)).text();
        int shown = html.split("<li>\\s*<p").length - 1;
        String key = html.replaceAll("(?s).*href=\"/vorlagen\\?nach=([0-9a-f-]+)\".*", "$1");
        int pagesRead = 1;
        while (html.contains("Weitere Vorlagen")) {
            html = answer(new FakeHttp("GET", null, key)).text();
            assertThat(html).contains("Zum Anfang der Liste");
            shown += html.split("<li>\\s*<p").length - 1;
            key = html.replaceAll("(?s).*href=\"/vorlagen\\?nach=([0-9a-f-]+)\".*", "$1");
            pagesRead++;
        }

        assertThat(shown).isEqualTo(112);
        assertThat(pagesRead).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1", "' OR 1=1 --", "01920000-0000-7000-8000-00000000000", "\u0000", "<script>"})
    void forgedKeyGetsAClearAnswer(String key) throws IOException {
        answer(new FakeHttp("GET", null, key));

        assertThat(pages.problem.kind()).isEqualTo(Problem.Kind.MALFORMED);
        assertThat(pages.problem.detail().german())
                .contains("am Anfang der Liste")
                .doesNotContain("<script>");
    }

    @Test
    void listBeyondItsEndSaysSo() throws IOException {
        FakeHttp http = answer(new FakeHttp("GET", null, "ffffffff-ffff-7fff-8fff-ffffffffffff"));

        assertThat(http.text()).contains("Hier endet die Liste", "Zum Anfang der Liste");
    }

    @Test
    void listWithoutPapersSaysSo() throws IOException {
        publication.objects.clear();

        assertThat(answer(FakeHttp.get(null)).text()).contains("Es sind noch keine Vorlagen veröffentlicht.");
    }

    @Test
    void titlesInTheListAreEscaped() throws IOException {
        publication.add(SampleSnapshots.object(1, SampleSnapshots.full("\"><script>alert(1)</script>")));

        assertThat(answer(FakeHttp.get(null)).text()).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void fileIsSentWithEverythingABrowserNeeds() throws IOException {
        FakeHttp http = answer(FakeHttp.get("/2026-001/anlagen/1"));

        assertThat(http.status).isEqualTo(200);
        assertThat(http.body.toByteArray()).isEqualTo(FILE);
        assertThat(http.headers)
                .containsEntry("Content-Type", "application/pdf")
                .containsEntry("Content-Length", "10")
                .containsEntry("ETag", TAG)
                .containsEntry("Last-Modified", "Fri, 2 Jan 2026 03:04:05 GMT")
                .containsEntry("Accept-Ranges", "bytes")
                .containsEntry(
                        "Content-Disposition",
                        "inline; filename=\"Plan Wortlaut.pdf\"; filename*=UTF-8''Plan%20Wortlaut.pdf");
    }

    @Test
    void headHasTheSameHeadersAndNoBody() throws IOException {
        FakeHttp http = answer(new FakeHttp("HEAD", "/2026-001/anlagen/1", null).with("Range", "bytes=0-1"));

        assertThat(http.status).isEqualTo(200);
        assertThat(http.headers).containsEntry("Content-Length", "10").containsEntry("ETag", TAG);
        assertThat(http.body.size()).isZero();
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
        FakeHttp http = answer(FakeHttp.get("/2026-001/anlagen/1").with(header, value.replace("TAG", TAG)));

        assertThat(http.status).isEqualTo(status);
        assertThat(http.body.size()).isEqualTo(status == 304 ? 0 : FILE.length);
    }

    @Test
    void tagCountsMoreThanTheDate() throws IOException {
        FakeHttp http = answer(FakeHttp.get("/2026-001/anlagen/1")
                .with("If-None-Match", "\"x\"")
                .with("If-Modified-Since", "Fri, 02 Jan 2026 03:04:05 GMT"));

        assertThat(http.status).isEqualTo(200);
    }

    @Test
    void partOfAFileIsSentAlone() throws IOException {
        FakeHttp http = answer(FakeHttp.get("/2026-001/anlagen/1").with("Range", "bytes=3-5"));

        assertThat(http.status).isEqualTo(206);
        assertThat(http.text()).isEqualTo("345");
        assertThat(http.headers).containsEntry("Content-Range", "bytes 3-5/10").containsEntry("Content-Length", "3");
    }

    @Test
    void partBehindTheEndIsRefusedWithTheSize() throws IOException {
        FakeHttp http = answer(FakeHttp.get("/2026-001/anlagen/1").with("Range", "bytes=10-"));

        assertThat(http.status).isEqualTo(416);
        assertThat(http.headers).containsEntry("Content-Range", "bytes */10").doesNotContainKey("Content-Type");
        assertThat(http.body.size()).isZero();
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
        FakeHttp http = answer(FakeHttp.get("/2026-001/anlagen/1")
                .with("Range", "bytes=3-5")
                .with("If-Range", ifRange.replace("TAG", TAG)));

        assertThat(http.status).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"/2026-001/anlagen/2, attachment-file-missing", "/2026-001/anlagen/7, attachment-not-found"})
    void fileThatIsNotThereIsExplained(String pathInfo, String code) throws IOException {
        answer(FakeHttp.get(pathInfo));

        assertThat(pages.problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(pages.problem.code()).isEqualTo(code);
    }

    @Test
    void bytesThatTheStoreLostAreAMissingFile() throws IOException {
        blobs.content = null;

        answer(FakeHttp.get("/2026-001/anlagen/1"));

        assertThat(pages.problem.code()).isEqualTo("attachment-file-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE"})
    void onlyReadingIsAllowed(String method) throws IOException {
        FakeHttp http = answer(new FakeHttp(method, "/2026-001", null));

        assertThat(http.status).isEqualTo(405);
        assertThat(http.headers).containsEntry("Allow", "GET, HEAD, OPTIONS");
    }

    private FakeHttp answer(FakeHttp http) throws IOException {
        servlet.service(http.request(), http.response());
        return http;
    }

    private static final class FakePublication implements Publication {

        private final Map<String, PublicObject> objects = new TreeMap<>();
        private final Map<String, Address> addresses = new HashMap<>();
        private int lookups;

        void add(PublicObject object) {
            objects.put(object.path(), object);
            addresses.put(object.address(), new Address(object.path(), object.address()));
        }

        @Override
        public PublicObject publish(Snapshot snapshot) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void withdraw(String path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<PublicObject> find(String path) {
            return Optional.ofNullable(objects.get(path));
        }

        @Override
        public Optional<Address> resolve(String address) {
            lookups++;
            return Optional.ofNullable(addresses.get(address));
        }

        @Override
        public List<String> lists(String prefix) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<PublicObject> list(PublicQuery query) {
            assertThat(query.list()).isEqualTo("paper");
            return objects.values().stream()
                    .filter(object -> !object.deleted()
                            && (query.after() == null || object.key().compareTo(query.after()) > 0))
                    .sorted(Comparator.comparing(PublicObject::key))
                    .limit(query.limit())
                    .toList();
        }
    }

    private static final class FakeBlobs implements BlobStore {

        private byte[] content = FILE;

        @Override
        public Blob store(InputStream in, long maxBytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Blob> find(String sha256) {
            return content == null ? Optional.empty() : Optional.of(new Blob(sha256, content.length));
        }

        @Override
        public void copy(String sha256, long from, long length, OutputStream out) throws IOException {
            out.write(content, (int) from, (int) length);
        }
    }

    private static final class FakePages implements Pages {

        private Page page;
        private Problem problem;

        @Override
        public void write(HttpServletRequest request, HttpServletResponse response, Page written) throws IOException {
            page = written;
            response.getOutputStream().write(written.html().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void writeProblem(HttpServletRequest request, HttpServletResponse response, Problem written) {
            problem = written;
            response.setStatus(written.kind().status());
        }

        @Override
        public Locale language(HttpServletRequest request) {
            return Locale.GERMAN;
        }

        @Override
        public String baseUrl() {
            throw new UnsupportedOperationException("pages link without the host");
        }
    }
}
