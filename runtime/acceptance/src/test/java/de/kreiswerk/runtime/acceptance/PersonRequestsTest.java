package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.People;
import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Everything that a person did, for who has a reason and a second person's word; off until somebody switches it on. */
@Execution(ExecutionMode.CONCURRENT)
class PersonRequestsTest {

    private static final String ASKING = "/admin/personenanfragen";
    private static final String DECIDING = "/admin/personenfreigaben";
    private static final String SETTING = "/admin/einstellungen/de.kreiswerk.audit.log.persons.PersonSearch";
    private static final String REASON = "Az. 4 K 17/26: Wer hat die Vorlage zurückgezogen?";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern REQUEST = Pattern.compile("id=\"anfrage-([0-9a-f-]{36})\"");

    @OnOneDatabase
    void twoPeopleAndAReasonShowWhatSomebodyDid(Starter starter) {
        Platform platform = starter.start("--no-demo");
        Person administrator = platform.people().administrator();
        Person auditor = platform.people().somebody("auditor");
        Person second = platform.people().somebody(role(platform));
        String clerk = People.id(signedIn(platform));

        assertThat(auditor.get(ASKING).is(200).text())
                .contains("sind ausgeschaltet")
                .doesNotContain("<form class");
        ask(auditor, clerk).isRefused(409);
        administrator.get(ASKING).is(403);
        administrator.get(DECIDING).is(403);
        auditor.get(DECIDING).is(403);
        platform.stranger().get(ASKING).is(303);
        administrator.post(SETTING, "stand", "0", "w.personSearch", "true").is(303);
        Eventually.holds(
                "it is switched on",
                SOON,
                () -> !auditor.get(ASKING).is(200).text().contains("sind ausgeschaltet"));
        Eventually.holds("a record of them is found", SOON, () -> record(auditor, clerk) > 0);
        assertThat(auditor.get("/admin/audit/eintrag/" + record(auditor, clerk)).text())
                .contains(ASKING + "?person=", "Alles von dieser Person anfragen");

        ask(auditor, clerk).isDone();
        ask(auditor, clerk).isRefused(409);
        assertThat(auditor.post(ASKING + "/anfrage", "person", "niemand", "grund", "kurz")
                        .is(422)
                        .text())
                .contains("href=\"#person\"", "href=\"#grund\"", "href=\"#von\"", "href=\"#bis\"", "value=\"niemand\"");
        String id = id(auditor.get(ASKING).text());
        auditor.get(ASKING + "/anfrage/" + id).is(409);
        auditor.post(DECIDING + "/anfrage/" + id + "/entscheidung", "entscheidung", "genehmigt")
                .is(403);
        administrator
                .post(DECIDING + "/anfrage/" + id + "/entscheidung", "entscheidung", "genehmigt")
                .is(403);
        assertThat(second.get(DECIDING).is(200).text()).contains(REASON, clerk);
        second.post(DECIDING + "/anfrage/" + id + "/entscheidung", "entscheidung", "genehmigt")
                .is(303);
        second.post(DECIDING + "/anfrage/" + id + "/entscheidung", "entscheidung", "abgelehnt")
                .is(409);

        assertThat(auditor.get(ASKING + "/anfrage/" + id).is(200).text())
                .contains("signed-in", "/admin/audit/eintrag/")
                .doesNotContain("person-request");
        assertThat(second.get(DECIDING + "/anfrage/" + id).is(200).text())
                .contains("signed-in")
                .doesNotContain("/admin/audit/eintrag/");
        platform.people().somebody("auditor").get(ASKING + "/anfrage/" + id).is(404);
        Eventually.holds("each step is in the trail", SOON, () -> {
            String steps =
                    auditor.get("/audit/log/records?objectId=" + id).is(200).text();
            assertThat(steps).doesNotContain("Vorlage zurückgezogen");
            return steps.contains("person-request.asked")
                    && steps.contains("person-request.approved")
                    && steps.contains("person-request.read");
        });
        assertThat(platform.warnings()).isEmpty();
    }

    private record Sent(int status) {
        void isDone() {
            isRefused(303);
        }

        void isRefused(int expected) {
            assertThat(status).isEqualTo(expected);
        }
    }

    private static Sent ask(Person auditor, String subject) {
        String today = LocalDate.now(ZoneId.of("Europe/Berlin")).toString();
        String yesterday =
                LocalDate.now(ZoneId.of("Europe/Berlin")).minusDays(1).toString();
        return new Sent(
                auditor.post(ASKING + "/anfrage", "person", subject, "grund", REASON, "von", yesterday, "bis", today)
                        .status());
    }

    private static JsonNode signedIn(Platform platform) {
        JsonNode issued = platform.people().account(platform.people().freshLogin());
        platform.people().signIn(issued);
        return issued;
    }

    /** A role for the second person, who is no auditor. */
    private static String role(Platform platform) {
        return platform.people().role("Datenschutz", "audit.persons-search");
    }

    /** Not found by who signed in: each record has to be opened. */
    private static long record(Person auditor, String account) {
        for (JsonNode found : auditor.get("/audit/log/records?limit=50&action=signed-in")
                .is(200)
                .json()
                .path("data")) {
            long sequence = found.path("sequence").asLong();
            JsonNode record = auditor.get("/audit/log/records/" + sequence + "/content")
                    .is(200)
                    .json();
            if (record.path("actor").asText().equals(account)) {
                return sequence;
            }
        }
        return 0;
    }

    private static String id(String page) {
        Matcher matcher = REQUEST.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }
}
