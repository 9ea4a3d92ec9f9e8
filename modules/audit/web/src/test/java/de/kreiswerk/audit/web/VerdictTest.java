package de.kreiswerk.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.audit.api.LogKey;
import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.SignerKey;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final String ORIGIN = "example.de/audit/log";
    private static final String RECORD = "{\"action\":\"paper.published\",\"object\":\"<b>Straße</b>\"}";

    private List<LogKey> keys;
    private String proof;

    /** A log of a single record: its leaf is the root. */
    @BeforeEach
    void prove() throws Exception {
        SignerKey key = SignerKey.generate(ORIGIN, new SecureRandom());
        keys = List.of(new LogKey(key.verifier().text(), Instant.EPOCH));
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((byte) 0);
        String root = base64(sha256.digest(RECORD.getBytes(StandardCharsets.UTF_8)));
        String text = ORIGIN + "\n1\n" + root + "\n";
        proof = "c2sp.org/tlog-proof@v1\nextra " + base64(RECORD.getBytes(StandardCharsets.UTF_8)) + "\nindex 0\n\n"
                + new String(new Note(text, List.of()).with(key.sign(text)).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aProofThatHoldsIsSaidInTheReadersLanguage() throws Exception {
        Verdict german = verdict(proof, Locale.GERMAN);
        Verdict english = verdict(proof, Locale.ENGLISH);

        assertThat(german.kind()).isEqualTo(Verdict.Kind.PROVEN);
        assertThat(german.sentences())
                .anyMatch(line -> line.contains("Nummer 1 von 1"))
                .contains(RECORD);
        assertThat(english.sentences()).anyMatch(line -> line.contains("number 1 of 1"));
    }

    @Test
    void aTouchedOneIsNotProven() throws Exception {
        Verdict verdict = verdict(proof.replace("extra ey", "extra fy"), Locale.GERMAN);

        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.NOT_PROVEN);
        assertThat(verdict.isRefused()).isFalse();
        assertThat(verdict.sentences()).isNotEmpty();
    }

    @Test
    void whatCannotBeVerifiedIsToldAtTheField() throws Exception {
        assertThat(verdict(proof.replaceFirst("extra [^\n]*\n", ""), Locale.GERMAN)
                        .kind())
                .isEqualTo(Verdict.Kind.WITHOUT_RECORD);
        for (String bad : List.of("", "hello", "x".repeat(300_000))) {
            Verdict verdict = verdict(bad, Locale.GERMAN);
            assertThat(verdict.kind()).isEqualTo(Verdict.Kind.UNREADABLE);
            assertThat(verdict.isRefused()).isTrue();
        }
        assertThat(Verdict.none().isRefused()).isTrue();
    }

    @Test
    void aGenuineProofIsNotCalledWrongWhereTheKeyIsMissing() throws Exception {
        keys = List.of();
        Verdict verdict = verdict(proof, Locale.GERMAN);

        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.NO_KEY);
        assertThat(verdict.isRefused()).isTrue();
        assertThat(Templates.transparency(
                        new TransparencyView(Locale.GERMAN, null, 0, keys, verdict, "token", "http://localhost", null)))
                .contains("Der Schlüssel des Prüfpfads fehlt");
    }

    @Test
    void whatARecordSaysCannotBecomePartOfThePage() throws Exception {
        String page = Templates.transparency(new TransparencyView(
                Locale.GERMAN, null, 0, keys, verdict(proof, Locale.GERMAN), "", "https://example.de", null));

        assertThat(page)
                .contains("&lt;b&gt;Straße")
                .doesNotContain("<b>Straße", "kreiswerk-verify.jar\" download")
                .contains("Bewiesen");
    }

    @Test
    void whatIsWrongStandsAtTheFieldAndInTheSummary() {
        String page = Templates.transparency(new TransparencyView(
                Locale.GERMAN, null, 0, keys, Verdict.none(), "token", "https://example.de", "c0ffee"));

        assertThat(page)
                .contains("href=\"#datei\"", "aria-invalid=\"true\"", "aria-describedby=\"datei-fehler\"")
                .contains("name=\"csrf\" value=\"token\"")
                .contains("href=\"/transparenz/kreiswerk-verify.jar\"", "c0ffee");
        assertThat(page.indexOf("name=\"csrf\"")).isLessThan(page.indexOf("name=\"datei\""));
    }

    private Verdict verdict(String file, Locale language) throws Exception {
        return Verdict.of(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), keys, language);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
