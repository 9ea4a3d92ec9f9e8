package de.kreiswerk.core.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.NavigationEntry;
import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.Tile;
import de.kreiswerk.core.api.web.WebConstants;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesServiceTest {

    private static final String EVIL = "<script>alert(\"1\")</script>";

    private final Fixture fixture = new Fixture(
            Map.of(),
            Fixture.entry("Formulare", "Forms", "/formulare", 200),
            Fixture.entry("Vorlagen", "Council papers", "/vorlagen", 100));

    @Test
    void frameIsAroundTheContent() throws IOException {
        FakeHttp http = page(FakeHttp.get("/vorlagen", "/2026-127"));

        assertThat(http.status).isEqualTo(200);
        assertThat(http.headers)
                .containsEntry("Content-Type", "text/html; charset=utf-8")
                .containsEntry("Content-Language", "de")
                .containsEntry("Vary", "Accept-Language");
        assertThat(http.text())
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"de\">")
                .contains("<title>Titel – Landkreis Lüneburg</title>")
                .contains("href=\"#inhalt\">Zum Inhalt springen")
                .contains("<p>Inhalt</p>")
                .contains(fixture.assets.address("kern.min.css"))
                .doesNotContain("noindex");
    }

    @Test
    void aPersonalPageIsKeptByNobody() throws IOException {
        FakeHttp http = FakeHttp.get("/admin", null);
        fixture.pages.writePersonal(http.request(), http.response(), new Pages.Page("Titel", "<p>Inhalt</p>"));

        assertThat(http.headers).containsEntry("Cache-Control", "no-store").doesNotContainKey("ETag");
        assertThat(http.text())
                .contains("<p>Inhalt</p>", "noindex")
                .as("its forms are sent once")
                .contains("<script src=\"" + fixture.assets.address("once.js") + "\" defer></script>");
    }

    @Test
    void navigationIsSortedAndMarksWhereTheReaderIs() throws IOException {
        String html = page(FakeHttp.get("/vorlagen", "/2026-127")).text();

        assertThat(html.indexOf("Vorlagen</a>")).isLessThan(html.indexOf("Formulare</a>"));
        assertThat(html)
                .contains("<a href=\"/vorlagen\" aria-current=\"true\">")
                .contains("<a href=\"/formulare\">");
        assertThat(page(FakeHttp.get("/vorlagen", null)).text())
                .contains("<a href=\"/vorlagen\" aria-current=\"page\">");
        assertThat(page(FakeHttp.get("/vorlagenarchiv", null)).text()).doesNotContain("aria-current");
    }

    @Test
    void anEntryThatFailsTakesNoPageWithIt() throws IOException {
        NavigationEntry works = Fixture.entry("Formulare", "Forms", "/formulare", 200);
        fixture.navigate(works, Fixture.entry("Nirgends", "Nowhere", null, 200), broken(200, () -> {
            throw new IllegalStateException("not today");
        }));

        assertThat(page(FakeHttp.get("/", null)).text()).contains("/formulare").doesNotContain("Nirgends");
    }

    @Test
    void anEntryIsAskedOnceAndNotForEachPage() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        fixture.navigate(broken(1, () -> {
            if (asked.incrementAndGet() > 1) {
                throw new IllegalStateException("no more");
            }
            return new Text("Einmal", "Once");
        }));

        assertThat(page(FakeHttp.get("/", null)).text()).contains("Einmal");
        assertThat(page(FakeHttp.get("/x", null)).text()).contains("Einmal");
    }

    private static NavigationEntry broken(int order, Supplier<Text> label) {
        return new NavigationEntry() {
            @Override
            public Text label() {
                return label.get();
            }

            @Override
            public String path() {
                return "/einmal";
            }

            @Override
            public int order() {
                return order;
            }
        };
    }

    @Test
    void navigationFollowsTheServices() throws IOException {
        fixture.navigate();

        assertThat(page(FakeHttp.get("/", null)).text()).doesNotContain("Hauptnavigation", "/vorlagen");
    }

    @Test
    void frameSpeaksEnglishToWhomPrefersIt() throws IOException {
        FakeHttp http = page(FakeHttp.get("/vorlagen", null).with("Accept-Language", "en-GB,de;q=0.5"));

        assertThat(http.headers).containsEntry("Content-Language", "en");
        assertThat(http.text())
                .contains("<html lang=\"en\">", "Skip to content", "Council papers</a>")
                .doesNotContain("Zum Inhalt");
    }

    @Test
    void unchangedPageIsNotSentAgainAndAChangedFrameIsAChange() throws IOException {
        String tag = page(FakeHttp.get("/", null)).headers.get("ETag");

        FakeHttp again = page(FakeHttp.get("/", null).with("If-None-Match", tag));
        assertThat(again.status).isEqualTo(304);
        assertThat(again.body.size()).isZero();

        assertThat(page(FakeHttp.get("/", null).with("If-None-Match", tag).with("Accept-Language", "en")).status)
                .isEqualTo(200);
        FakeHttp wrong = FakeHttp.get("/", null).with("If-None-Match", tag);
        wrong.status = 400;
        assertThat(page(wrong).status)
                .as("a page that says what is wrong is no page that was kept")
                .isEqualTo(400);
        fixture.navigate();
        assertThat(page(FakeHttp.get("/", null).with("If-None-Match", tag)).status)
                .isEqualTo(200);
    }

    @Test
    void whatOthersStateIsEscaped() throws IOException {
        Fixture evil = new Fixture(Map.of("county", EVIL), Fixture.entry(EVIL, EVIL, "/x\"><script>", 1));
        FakeHttp http = FakeHttp.get("/", null);

        evil.pages.write(http.request(), http.response(), new Pages.Page(EVIL, "<p>Inhalt</p>"));

        assertThat(http.text()).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void programsFindTheFeedOfAPage() throws IOException {
        FakeHttp http = FakeHttp.get("/", null);
        var feed = new Pages.Alternate("application/atom+xml", "\"><script>", "/a.atom?b=1&c=2");

        fixture.pages.write(http.request(), http.response(), new Pages.Page("Titel", "", List.of(feed)));

        assertThat(http.text())
                .contains("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"&#34;>&lt;script")
                .contains("href=\"/a.atom?b=1&amp;c=2\"");
    }

    @Test
    void pageNeedsNothingThatTheSecurityPolicyForbids() throws IOException {
        String html = page(FakeHttp.get("/", null)).text();

        assertThat(html).doesNotContain("<script", "<style", " style=", " onclick=", "http://", "https://");
    }

    @Test
    void footerLeadsToTheTextsHereOrWhereTheyAreKept() throws IOException {
        assertThat(page(FakeHttp.get("/", null)).text())
                .contains("<a href=\"/impressum\">Impressum</a>")
                .contains("<a href=\"/datenschutz\">Datenschutz</a>")
                .contains("<a href=\"/barrierefreiheit\">Erklärung zur Barrierefreiheit</a>");

        Fixture configured = new Fixture(Map.of("imprint", "https://kreis.example.de/impressum", "privacy", "/dsgvo"));
        FakeHttp http = FakeHttp.get("/", null);
        configured.pages.write(http.request(), http.response(), new Pages.Page("Titel", ""));

        assertThat(http.text())
                .contains("<a href=\"https://kreis.example.de/impressum\">Impressum</a>")
                .contains("<a href=\"/dsgvo\">Datenschutz</a>")
                .contains("<a href=\"/barrierefreiheit\">Erklärung zur Barrierefreiheit</a>");
    }

    @Test
    void footerNamesTheKeyOfTheCountyWhenThereIsOne() throws IOException {
        assertThat(page(FakeHttp.get("/", null)).text()).contains(">AGS</abbr> 03355000");

        Fixture without = new Fixture(Map.of("ags", ""));
        FakeHttp http = FakeHttp.get("/", null);
        without.pages.write(http.request(), http.response(), new Pages.Page("Titel", ""));
        assertThat(http.text()).doesNotContain("AGS");
    }

    @Test
    void missingPageOffersTheSearchWhereThereIsOne() throws IOException {
        FakeHttp found = problem(FakeHttp.get("/vorlagen", "/x"), Problem.Kind.NOT_FOUND);
        assertThat(found.text()).contains("action=\"/vorlagen\"", "<label class=\"kern-label\" for=\"suche\">");
        assertThat(problem(FakeHttp.get("/vorlagen", "/x"), Problem.Kind.FAILED).text())
                .doesNotContain("<form");

        fixture.navigate(Fixture.entry("Formulare", "Forms", "/formulare", 200));
        assertThat(problem(FakeHttp.get("/x", null), Problem.Kind.NOT_FOUND).text())
                .doesNotContain("<form");
    }

    @Test
    void whoseSessionEndedIsToldToSignInAndNotAboutTokens() throws IOException {
        FakeHttp ended = problem(new FakeHttp("POST", "/admin/konten", "/neu"), Problem.Kind.UNAUTHENTICATED);
        assertThat(ended.text())
                .contains("Dafür müssen Sie angemeldet sein.", "Es wurde nichts geändert")
                .contains("<a class=\"kern-link\" href=\"/admin/konten/neu\">Anmelden</a>");

        FakeHttp elsewhere = problem(new FakeHttp("POST", "/konto", "/kennwort"), Problem.Kind.UNAUTHENTICATED);
        assertThat(elsewhere.text())
                .contains("Dafür müssen Sie angemeldet sein.")
                .doesNotContain(">Anmelden</a>");

        FakeHttp program = problem(
                FakeHttp.get("/admin/konten", null).with("Authorization", "Bearer x"), Problem.Kind.UNAUTHENTICATED);
        assertThat(program.text()).doesNotContain("Dafür müssen Sie angemeldet sein.");
    }

    @Test
    void whatIsNotThereInTheConsoleLeadsBackToTheConsole() throws IOException {
        FakeHttp inside = FakeHttp.get("/admin/komponenten", "/x");
        inside.attributes.put(WebConstants.CALLER, somebody());
        assertThat(problem(inside, Problem.Kind.NOT_FOUND).text())
                .contains("<a class=\"kern-link\" href=\"/admin\">Zur Verwaltungskonsole</a>")
                .doesNotContain("action=\"/vorlagen\"", "was öffentlich ist");

        assertThat(problem(FakeHttp.get("/admin/komponenten", "/x"), Problem.Kind.NOT_FOUND)
                        .text())
                .as("a stranger")
                .doesNotContain("Zur Verwaltungskonsole");
    }

    @Test
    void whateverComesOrGoesIsAnotherFrame() {
        Object stamp = fixture.pages.stamp();
        assertThat(fixture.pages.stamp()).isSameAs(stamp);

        fixture.navigate();
        Object withoutNavigation = fixture.pages.stamp();
        assertThat(withoutNavigation).isNotSameAs(stamp);

        fixture.offer(tile("/formulare", 1));
        assertThat(fixture.pages.stamp()).isNotSameAs(withoutNavigation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "//evil.example.de", "impressum.html", "data:text/html,x"})
    void legalLinkThatIsNoAddressLeadsToThePlatformsOwnPage(String address) throws IOException {
        FakeHttp http = FakeHttp.get("/", null);
        Fixture mistaken = new Fixture(Map.of("imprint", address));

        mistaken.pages.write(http.request(), http.response(), new Pages.Page("Titel", "<p>Inhalt</p>"));

        assertThat(http.text()).contains("href=\"/impressum\"").doesNotContain(address + "\"");
    }

    @ParameterizedTest
    @EnumSource(Problem.Kind.class)
    void problemHasItsStatusAndAWayOn(Problem.Kind kind) throws IOException {
        FakeHttp http = problem(FakeHttp.get("/vorlagen", "/x"), kind);

        assertThat(http.status).isEqualTo(kind.status());
        assertThat(http.headers).containsEntry("Cache-Control", "no-store").doesNotContainKey("ETag");
        assertThat(http.text())
                .contains("Fehler " + kind.status())
                .contains("<h1 class=\"kern-heading-large\">Etwas fehlt</h1>")
                .contains("Zeile 3: kein Datum")
                .contains("Wie es weitergeht")
                .contains("Zur Startseite")
                .contains("req-1")
                .contains("noindex");
    }

    @Test
    void problemTakesBackWhatABodyHadAnnounced() throws IOException {
        FakeHttp http = FakeHttp.get("/vorlagen", "/x/anlagen/1");
        http.headers.put("ETag", "\"x\"");
        http.headers.put("Content-Disposition", "attachment");
        http.headers.put("X-Content-Type-Options", "nosniff");

        problem(http, Problem.Kind.NOT_FOUND);

        assertThat(http.headers)
                .doesNotContainKeys("ETag", "Content-Disposition")
                .containsEntry("X-Content-Type-Options", "nosniff");
    }

    @Test
    void wordsOfAProblemAreEscaped() throws IOException {
        FakeHttp http = FakeHttp.get("/", null);
        http.attributes.put(WebConstants.REQUEST_ID, EVIL);
        Problem problem = new Problem(
                Problem.Kind.UNPROCESSABLE,
                "evil",
                Text.same(EVIL),
                Text.same(EVIL),
                List.of(new Problem.Place(1, Text.same(EVIL))));

        fixture.pages.writeProblem(http.request(), http.response(), problem);

        assertThat(http.text()).doesNotContain("<script>");
    }

    /** Of any other problem it would be that of what was to be sent. */
    @Test
    void thePageOfAPartThatIsNotThereSaysHowLongTheFileIs() throws IOException {
        assertThat(contentRange(Problem.Kind.NO_SUCH_PART)).isEqualTo("bytes */10");
        assertThat(contentRange(Problem.Kind.FAILED)).isNull();
    }

    private String contentRange(Problem.Kind kind) throws IOException {
        FakeHttp http = FakeHttp.get("/", null);
        http.headers.put("Content-Range", "bytes */10");
        fixture.pages.writeProblem(
                http.request(),
                http.response(),
                new Problem(kind, "any", Text.same("any"), Text.same("any"), List.of()));
        return http.headers.get("Content-Range");
    }

    @Test
    void startPageShowsATileForEachOffer() throws IOException {
        fixture.offer(tile("/zweites", 2), tile("/erstes", 1));
        StartServlet start = new StartServlet(fixture.pages, fixture.tiles, fixture.navigation);
        FakeHttp http = FakeHttp.get("/", null);
        start.service(http.request(), http.response());
        assertThat(http.text())
                .contains("Willkommen", "Was man dort tut &lt;1&gt;")
                .containsSubsequence("/erstes", "/zweites");
        assertThat(http.text()).contains("kern-title\" href=\"/formulare\"");

        fixture.offer();
        fixture.navigate();
        FakeHttp empty = FakeHttp.get("/", null);
        start.service(empty.request(), empty.response());
        assertThat(empty.text())
                .contains("Zurzeit steht hier kein Angebot bereit")
                .doesNotContain("kern-card");
    }

    @Test
    void addressIsTheListeningOneOrAProblem() {
        assertThat(fixture.pages.baseUrl()).isEqualTo("http://localhost:8080");
        PagesService deaf = new PagesService(
                new BaseUrl(null, null, Fixture.runtime(null)),
                fixture.assets,
                fixture.navigation,
                fixture.tiles,
                fixture.logo,
                Fixture.county(Map.of()),
                Fixture.config(Map.of()));
        assertThatThrownBy(deaf::baseUrl).isInstanceOf(ProblemException.class);
    }

    private static Tile tile(String path, int order) {
        return new Tile() {
            @Override
            public Text title() {
                return Text.same("Angebot " + order);
            }

            @Override
            public Text description() {
                return Text.same("Was man dort tut <" + order + ">");
            }

            @Override
            public String path() {
                return path;
            }

            @Override
            public int order() {
                return order;
            }
        };
    }

    private FakeHttp page(FakeHttp http) throws IOException {
        fixture.pages.write(http.request(), http.response(), new Pages.Page("Titel", "<p>Inhalt</p>"));
        return http;
    }

    private static Caller somebody() {
        return new Caller(
                "subject", "Name", Set.of(new Grant("any.read", Grant.ALL)), "password", Instant.EPOCH, "req-1");
    }

    private FakeHttp problem(FakeHttp http, Problem.Kind kind) throws IOException {
        http.attributes.put(WebConstants.REQUEST_ID, "req-1");
        Problem problem = new Problem(
                kind,
                "something-missing",
                new Text("Etwas fehlt", "Something is missing"),
                new Text("Das sind die Einzelheiten.", "These are the details."),
                List.of(new Problem.Place(3, new Text("kein Datum", "no date"))));
        fixture.pages.writeProblem(http.request(), http.response(), problem);
        return http;
    }
}
