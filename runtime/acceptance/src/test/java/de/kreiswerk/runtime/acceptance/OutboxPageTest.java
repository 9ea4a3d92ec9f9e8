package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;

/** The page of the outbox, on a platform that has no mail server. */
class OutboxPageTest {

    @OnEachDatabase
    void thePageSaysWhatIsMissingAndWhatAnAddressIs(Platform platform) {
        Person administrator = platform.people().administrator();
        assertThat(administrator.get("/admin/post").is(200).text())
                .contains("E-Mails werden noch nicht verschickt", "/admin/einstellungen/de.kreiswerk.core.mail.smtp");
        assertThat(administrator
                        .get("/admin/einstellungen/de.kreiswerk.core.mail.smtp")
                        .is(200)
                        .text())
                .contains("E-Mail-Versand", "STARTTLS (verlangt)", "type=\"password\"");
        Reply wrong = administrator
                .post("/admin/post", "was", "test", "adresse", "niemand <a@b.example>")
                .is(422);
        assertThat(wrong.text())
                .contains("aria-invalid=\"true\"", "Geben Sie eine E-Mail-Adresse an", "niemand &lt;a@b.example>");
        administrator
                .post("/admin/post", "was", "test", "adresse", "ops@landkreis.example")
                .is(303);
        assertThat(administrator.get("/admin/post?zustand=waiting").is(200).text())
                .contains("o…@landkreis.example", "wartet", "Jetzt noch einmal senden");
        administrator.post("/admin/post/nirgends", "was", "abbrechen").is(404);
        administrator.post("/admin/post", "was", "unsinn").is(400);
        platform.people().somebody("author").get("/admin/post").is(403);
    }
}
