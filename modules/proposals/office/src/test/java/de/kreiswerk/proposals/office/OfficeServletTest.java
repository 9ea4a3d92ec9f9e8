package de.kreiswerk.proposals.office;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.TrailLinks;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperQuery;
import de.kreiswerk.proposals.api.PaperReader;
import de.kreiswerk.proposals.api.PaperSummary;
import de.kreiswerk.proposals.api.ProposalsPermissions;
import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.runtime.testing.Http;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OfficeServletTest {

    private static final String BASE = "/admin/vorlagen";
    private static final String ID = "11111111-2222-3333-4444-555555555555";
    private static final String HOSTILE = "<script>alert('x')</script>";

    private Paper.State state = Paper.State.PUBLISHED;
    private TrailLinks trail;
    private int count = 2;
    private PaperQuery asked;

    @Test
    void papersAreListedWithTheirState() throws Exception {
        assertThat(served(get()).html())
                .contains("href=\"/admin/vorlagen/" + ID, "öffentlich", "2026/1", "&lt;script&gt;")
                .doesNotContain("<script", "rel=\"next\"");
        count = 51;
        assertThat(served(get().with("suche", " Radweg & mehr ")).html())
                .contains("suche=Radweg+%26+mehr&amp;nach=" + ID, "value=\"Radweg &amp; mehr\"");
        assertThat(asked.text()).isEqualTo("Radweg & mehr");
        count = 0;
        assertThat(served(get().with("suche", "x").with("nach", "' or 1=1")).html())
                .contains("Dazu gibt es keine Vorlage");
        assertThat(asked.after()).isNull();
    }

    @Test
    void aNumberLeadsToItsPaperAlsoForWhoSeesOneDepartmentOnly() throws Exception {
        Http http = served(
                Http.get(BASE).byOneIn("umwelt", ProposalsPermissions.READ).with("suche", "2026/127"));
        assertThat(http.status()).isEqualTo(303);
        assertThat(http.header("Location")).isEqualTo(BASE + "/" + ID);
    }

    @Test
    void whoSeesOneDepartmentOnlyHasItsPapersInAList() throws Exception {
        assertThat(served(Http.get(BASE).byOneIn("umwelt", ProposalsPermissions.READ))
                        .html())
                .contains("Die Vorlagen Ihres Fachbereichs", "href=\"/admin/vorlagen/" + ID)
                .doesNotContain("Alle Vorlagen");
        count = 0;
        String html = served(Http.get(BASE)
                        .byOneIn("umwelt", ProposalsPermissions.READ)
                        .with("suche", "Radweg"))
                .html();
        assertThat(html)
                .contains("In Ihrem Fachbereich gibt es dazu keine Vorlage", "value=\"Radweg\"")
                .doesNotContain("Dazu gibt es keine Vorlage");
        assertThat(asked.text()).isEqualTo("Radweg");
    }

    @Test
    void thePageSaysHowPapersComeIn() throws Exception {
        assertThat(served(get()).html()).contains("Hier wird nur gelesen");
    }

    @Test
    void auditorsAreLedToWhatHappenedToItWhileTheTrailHasPages() throws Exception {
        assertThat(served(get().below("/" + ID)).html())
                .contains("Radweg", "href=\"/vorlagen/2026-127\"", "bleiben als überholt lesbar")
                .doesNotContain("Verlauf im Prüfpfad");
        trail = (caller, type, id) -> Optional.of("/admin/audit?" + type + "=" + id);
        state = Paper.State.DRAFT;
        assertThat(served(get().below("/" + ID)).html())
                .contains("href=\"/admin/audit?Paper=" + ID + "\">Verlauf im Prüfpfad", "Entwurf")
                .doesNotContain("/vorlagen/2026-127", "überholt");
        trail = (caller, type, id) -> Optional.empty();
        assertThat(served(get().below("/" + ID)).html()).doesNotContain("Verlauf im Prüfpfad");
    }

    @Test
    void whatPapersSayIsMarkedAsGermanOnEnglishPages() throws Exception {
        assertThat(served(get().reading(Locale.ENGLISH)).html())
                .contains("<h2 class=\"kw-entries__title\" lang=\"de\">", "<span lang=\"de\">Fachdienst Umwelt</span>");
        assertThat(served(get().below("/" + ID).reading(Locale.ENGLISH)).html())
                .contains(
                        "<h1 class=\"kern-heading-large\" lang=\"de\">Radweg</h1>",
                        "<dd lang=\"de\">Beschlussvorlage</dd>",
                        "<dd lang=\"de\">Fachdienst Umwelt</dd>");
        assertThat(served(get().below("/" + ID)).html()).doesNotContain("lang=");
    }

    @Test
    void itIsOnlyRead() throws Exception {
        assertThat(served(Http.post(BASE).by(ProposalsPermissions.READ)).status())
                .isEqualTo(405);
        assertThat(served(get().below("/x")).status()).isEqualTo(404);
    }

    private static Http get() {
        return Http.get(BASE).by(ProposalsPermissions.READ);
    }

    private Http served(Http http) throws Exception {
        OfficeServlet servlet = new OfficeServlet(http, http, new Fake());
        servlet.trail = trail;
        servlet.service(http.request(), http.response());
        return http;
    }

    private final class Fake implements PaperReader {

        @Override
        public Paper get(Caller caller, String id) {
            return paper();
        }

        @Override
        public Paper getByReference(Caller caller, String reference) {
            if (reference.equals("2026/127")) {
                return paper();
            }
            throw new ProblemException(Problem.Kind.NOT_FOUND, "paper-not-found", Text.same("no"), Text.same("no"));
        }

        @Override
        public List<PaperSummary> list(Caller caller, PaperQuery query) {
            asked = query;
            return IntStream.rangeClosed(1, count)
                    .mapToObj(number -> new PaperSummary(
                            ID,
                            "2026/" + number,
                            "2026-" + number,
                            number == 1 ? HOSTILE : null,
                            null,
                            "Fachdienst Umwelt",
                            Visibility.PUBLIC,
                            state,
                            1,
                            Instant.EPOCH))
                    .toList();
        }

        private Paper paper() {
            PaperDocument document = new PaperDocument(
                    "2026/127",
                    "Radweg",
                    "Beschlussvorlage",
                    Visibility.PUBLIC,
                    null,
                    null,
                    null,
                    "Fachdienst Umwelt",
                    List.of(),
                    null,
                    List.of(),
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of());
            return new Paper(
                    ID,
                    "2026/127",
                    "2026-127",
                    state,
                    7,
                    2,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    document,
                    List.of(),
                    List.of(),
                    List.of());
        }
    }
}
