package de.kreiswerk.core.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.web.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityContactTest {

    private static final Instant NOW = Instant.parse("2026-12-01T08:30:00Z");
    private static final String ADDRESS = "https://politik.example.de/.well-known/security.txt";

    @Test
    void itSaysWhomToWriteToUntilWhenAndInWhichLanguages() {
        SecurityContact contact =
                contact(Map.of("contact", "cert@kreis.example, https://kreis.example/meldung,tel:+49-4131-123"));

        assertThat(contact.isStated()).isTrue();
        assertThat(contact.text(NOW, ADDRESS)).isEqualTo("""
                Contact: mailto:cert@kreis.example
                Contact: https://kreis.example/meldung
                Contact: tel:+49-4131-123
                Expires: 2027-05-30T00:00:00Z
                Preferred-Languages: de, en
                Canonical: https://politik.example.de/.well-known/security.txt
                """);
    }

    @Test
    void itIsAlwaysValidForLessThanAYear() {
        SecurityContact contact = contact(Map.of("contact", "cert@kreis.example"));
        for (int day = 0; day < 800; day++) {
            Instant now = NOW.plus(Duration.ofDays(day));
            String expires = contact.text(now, ADDRESS).lines().toList().get(1).substring("Expires: ".length());
            assertThat(Duration.between(now, Instant.parse(expires)))
                    .isBetween(Duration.ofDays(30), Duration.ofDays(364));
        }
    }

    @Test
    void anAddressWithoutTlsIsNoCanonicalOne() {
        assertThat(contact(Map.of("contact", "cert@kreis.example")).text(NOW, "http://localhost:8080/x"))
                .doesNotContain("Canonical");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " , ", "kreis", "http://kreis.example", "javascript:alert(1)", "a@b\nContact: evil@x.example"
            })
    void whatCannotBeRightCountsAsNotStated(String stated) {
        assertThat(contact(Map.of("contact", stated)).isStated()).isFalse();
    }

    @Test
    void aLanguageThatIsNoneIsLeftOut() {
        assertThat(contact(Map.of("contact", "cert@kreis.example", "languages", "de, \r\nX: y"))
                        .text(NOW, ADDRESS))
                .contains("Preferred-Languages: de\n");
    }

    private static SecurityContact contact(Map<String, ?> settings) {
        return new SecurityContact(Settings.of(SecurityContactConfig.class, settings));
    }
}
