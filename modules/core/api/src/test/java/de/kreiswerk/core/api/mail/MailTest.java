package de.kreiswerk.core.api.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@kreis.example",
                "anna.beispiel+amt@mail.kreis.example",
                "o'brien@xn--lneburg-n2a.example",
                "A_1@a-b.de"
            })
    void addressesThatPeopleHaveAreTaken(String address) {
        assertThat(Mail.isAddress(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "@kreis.example",
                "anna@",
                "anna@kreis",
                "anna@kreis.example.",
                ".anna@kreis.example",
                "an..na@kreis.example",
                "anna@kreis.example, berta@kreis.example",
                "Anna <anna@kreis.example>",
                "anna@kreis.example>",
                "anna@-kreis.example",
                "anna@[127.0.0.1]",
                "anna@127.0.0.1",
                "anna@kreis.example\r\nRCPT TO:<x@y.example>",
                "anna@kreis.example\n",
                "änna@kreis.example",
                "anna@krëis.example",
                "anna beispiel@kreis.example"
            })
    void whatCouldBeSomethingElseIsNot(String address) {
        assertThat(Mail.isAddress(address)).isFalse();
        assertThatThrownBy(() -> mail(address, "x", "y")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLongAddressIsNoneAndTakesNoTime() {
        assertThat(Mail.isAddress("a".repeat(65) + "@kreis.example")).isFalse();
        assertThat(Mail.isAddress("a@" + "b.".repeat(100_000) + "example")).isFalse();
        assertThat(Mail.isAddress(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Hallo\r\nBcc: x@y.example", "a\nb", "a\tb", "a\u0000", "a\u2028b", "a\u0085b"})
    void aSubjectIsOneLine(String subject) {
        assertThatThrownBy(() -> mail("anna@kreis.example", subject, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Bcc");
    }

    @Test
    void thereAreLimits() {
        assertThatCode(() -> mail("anna@kreis.example", "ü".repeat(200), "ö".repeat(20_000)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> mail("anna@kreis.example", "x".repeat(201), "y"))
                .isInstanceOf(Exception.class);
        assertThatThrownBy(() -> mail("anna@kreis.example", "x", "y".repeat(20_001)))
                .isInstanceOf(Exception.class);
        assertThatThrownBy(() -> mail("anna@kreis.example", "x", "a\u0000b")).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> new Mail("anna@kreis.example", "x", "y", "Kind", null, Instant.EPOCH))
                .isInstanceOf(Exception.class);
        assertThatThrownBy(() -> new Mail("anna@kreis.example", "x", "y", "a.b", "two words", Instant.EPOCH))
                .isInstanceOf(Exception.class);
    }

    @Test
    void linesEndInOneWayAndNothingGetsIntoALog() {
        Mail mail = mail("anna@kreis.example", "Betreff", "a\r\nb\n\tc");
        assertThat(mail.text()).isEqualTo("a\nb\n\tc");
        assertThat(mail.toString()).doesNotContain("anna", "Betreff", "\tc");
    }

    private static Mail mail(String to, String subject, String text) {
        return new Mail(to, subject, text, "identity.password-link", "id-1", Instant.EPOCH);
    }
}
