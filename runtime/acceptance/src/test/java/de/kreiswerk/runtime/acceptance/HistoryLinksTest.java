package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.People;
import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.SampleComponent;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From what is shown to what happened to it, for those who read the trail. */
class HistoryLinksTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("href=\"(/admin/audit\\?[^\"]+)\">Verlauf im Prüfpfad");

    @OnOneDatabase
    void anAuditorComesFromAPaperAnAccountAndAComponentToTheirRecords(Platform platform) {
        String account = People.id(platform.people().account(platform.people().freshLogin()));
        SampleComponent component = SampleComponent.on(platform, "verlauf");
        platform.operator()
                .post("/api/deployment/v1/components", "application/zip", component.archive("1.0.0"))
                .is(201);
        String reference = platform.freshReference();
        platform.papers().importText(Vorlage.numbered(reference).text()).is(201);
        String paperPage = platform.operator()
                .get("/admin/vorlagen?suche=" + reference)
                .is(303)
                .header("Location");
        String accountPage = "/admin/konten/" + account;
        String componentPage = "/admin/komponenten/" + component.name();
        Person auditor = platform.people().somebody("administrator", "auditor");

        leadsToRecords(auditor, paperPage, "paper.");
        leadsToRecords(auditor, accountPage, "account.created");
        leadsToRecords(auditor, componentPage, component.name());

        assertThat(platform.operator().get(paperPage).is(200).text())
                .contains(reference)
                .doesNotContain("Verlauf im Prüfpfad");
        assertThat(platform.operator().get(accountPage).is(200).text())
                .as("who has everything does not read the trail")
                .doesNotContain("Verlauf im Prüfpfad");
        assertThat(platform.operator().get(componentPage).is(200).text()).doesNotContain("Verlauf im Prüfpfad");
        assertThat(platform.operator()
                        .get("/admin/audit", "Accept", "text/html")
                        .is(403)
                        .text())
                .contains("Die Administration liest den Prüfpfad nicht mit", "Rolle „Revision“");
        assertThat(platform.operator().get("/admin").is(200).text()).doesNotContain("href=\"/admin/audit\"");
    }

    private static void leadsToRecords(Person auditor, String page, String expected) {
        Matcher link = LINK.matcher(auditor.get(page).is(200).text());
        assertThat(link.find()).as(page).isTrue();
        String address = link.group(1).replace("&amp;", "&");
        Eventually.holds("records behind " + address, SOON, () -> {
            String found = auditor.get(address).is(200).text();
            return found.contains("/admin/audit/eintrag/") && found.contains(expected);
        });
    }
}
