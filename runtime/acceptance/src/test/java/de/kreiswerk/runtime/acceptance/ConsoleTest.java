package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.Client;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The admin console: for those who may, and what is set there holds. */
class ConsoleTest {

    private static final Pattern CHECK =
            Pattern.compile("scope=\"row\">([^<]*)</th>\\s*<td[^>]*>.*?kw-state--([a-z]+)", Pattern.DOTALL);

    private static final Pattern CHECK_IN_ENGLISH = Pattern.compile("<td[^>]*>[^\n]*lang=\"en\"[^\n]*");

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String LOG_SETTINGS = "/admin/einstellungen/de.kreiswerk.console.web.log.RecentLog";
    private static final Pattern REVISION = Pattern.compile("name=\"stand\" value=\"([0-9]+)\"");

    @OnEachDatabase
    void strangersSeeNothingOfIt(Platform platform) {
        for (String page : List.of("/admin", "/admin/protokoll", "/admin/einstellungen", LOG_SETTINGS)) {
            Reply reply = platform.stranger().get(page);

            assertThat(reply.status()).as(page).isIn(303, 401);
            assertThat(reply.text()).as(page).doesNotContain("Verwaltungskonsole");
        }
        assertThat(platform.stranger()
                        .post(LOG_SETTINGS, FORM, "stand=0&w.lines=20")
                        .status())
                .isIn(303, 401);
    }

    @OnEachDatabase
    void theOverviewSaysHowThePlatformIsAndWhatItIs(Platform platform) {
        // Without a backup there is something to say.
        platform.operator().post("/api/platform/v1/backups", FORM, "").is(200);
        // Other tests leave mail that nobody can send.
        Eventually.holds(
                () -> "all is well: " + troubled(platform),
                Duration.ofSeconds(60),
                () -> troubled(platform).stream().allMatch("E-Mail"::equals));

        Reply overview = platform.operator().get("/admin").is(200);
        assertThat(overview.text()).contains("Installierte Bausteine", "Datenbank");
        assertThat(overview.text()).containsPattern("H2 2|PostgreSQL 1");
        assertThat(overview.header("Cache-Control")).contains("no-store");
        assertThat(CHECK_IN_ENGLISH.matcher(overview.text()).results())
                .as("what is English although it is for Germans")
                .isEmpty();
        assertThat(overview.text()).contains("Alle Bausteine laufen");
        assertThat(platform.operator().get("/admin", "Accept-Language", "en").text())
                .contains("All bundles run")
                .doesNotContain("Alle Bausteine laufen");
    }

    /** The checks of the overview that are not green. */
    private static List<String> troubled(Platform platform) {
        Matcher rows = CHECK.matcher(platform.operator().get("/admin").is(200).text());
        List<String> troubled = new ArrayList<>();
        int count = 0;
        while (rows.find()) {
            count++;
            if (!rows.group(2).equals("success")) {
                troubled.add(rows.group(1));
            }
        }
        assertThat(count).as("checks that are shown").isGreaterThan(8);
        return troubled;
    }

    @OnEachDatabase
    void everybodyWhoWorksInItComesIn(Platform platform) {
        assertThat(platform.people().auditor().get("/admin").is(303).header("Location"))
                .startsWith("/admin/");
        platform.people().somebody().get("/admin").is(403);
    }

    @OnEachDatabase
    void theLogIsReadByFilter(Platform platform) {
        Client operator = platform.operator();

        assertThat(operator.get("/admin/protokoll?bereich=gibt.es.nicht")
                        .is(200)
                        .text())
                .contains("0 Einträge");
        operator.get("/admin/protokoll?stufe=SCHLIMM").is(400);
        operator.get("/admin/protokoll/neu?nach=x").is(400);
    }

    @OnEachDatabase
    void whereAllRecordsGoIsSetByThoseOnlyWhoMayReadThem(Platform platform) {
        String receivers = "/admin/einstellungen/de.kreiswerk.audit.stream.Webhook";

        assertThat(platform.operator()
                        .post(receivers + "/neu", FORM, "name=meiner&w.url=https://example.invalid/")
                        .is(403)
                        .text())
                .contains("Es wurde nichts geändert", "audit.read", "value=\"meiner\"");
        assertThat(platform.operator().get(receivers).is(200).text())
                .contains("wer auch den Prüfpfad lesen darf", "audit.read")
                .doesNotContain("meiner", "/neu");
    }

    @OnEachDatabase
    void aSettingIsChangedTheSecondEditorIsToldAndItIsSetBack(Platform platform) {
        Client operator = platform.operator();
        String revision = revision(operator);

        Reply saved = operator.post(LOG_SETTINGS, FORM, "stand=" + revision + "&w.lines=777")
                .is(303);
        assertThat(operator.get(saved.header("Location")).is(200).text()).contains("Gespeichert.", "value=\"777\"");

        assertThat(operator.post(LOG_SETTINGS, FORM, "stand=" + revision + "&w.lines=888")
                        .is(412)
                        .text())
                .contains("Inzwischen geändert", "Jetzt gilt: 777");
        operator.post(LOG_SETTINGS, FORM, "stand=" + revision(operator) + "&w.lines=viel")
                .is(422);

        String now = revision(operator);
        operator.post(LOG_SETTINGS, FORM, "stand=" + now + "&aktion=zuruecksetzen&aenderung=" + now)
                .is(303);
        assertThat(operator.get(LOG_SETTINGS).text()).contains("value=\"1000\"");
    }

    private static String revision(Client operator) {
        Matcher form = REVISION.matcher(operator.get(LOG_SETTINGS).is(200).text());
        assertThat(form.find()).isTrue();
        return form.group(1);
    }
}
