package de.kreiswerk.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.audit.api.LogKey;
import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.SignerKey;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

    private final FakeLog log = new FakeLog();
    private SignerKey key;
    private String proof;

    /** A log of a single record: its leaf is the root. */
    @BeforeEach
    void prove() throws Exception {
        key = SignerKey.generate(ORIGIN, new SecureRandom());
        log.keys = List.of(new LogKey(key.verifier().text(), Instant.EPOCH));
        proof = "c2sp.org/tlog-proof@v1\nextra " + base64(RECORD.getBytes(StandardCharsets.UTF_8)) + "\nindex 0\n\n"
                + checkpoint(1, leaf(RECORD));
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
        log.keys = List.of();
        Verdict verdict = verdict(proof, Locale.GERMAN);

        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.NO_KEY);
        assertThat(verdict.isRefused()).isTrue();
        assertThat(Templates.transparency(new TransparencyView(
                        Locale.GERMAN, null, 0, log.keys, false, verdict, "http://localhost", null)))
                .contains("Der Schlüssel des Prüfpfads fehlt");
    }

    @Test
    void whatARecordSaysCannotBecomePartOfThePage() throws Exception {
        String page = Templates.transparency(new TransparencyView(
                Locale.GERMAN, null, 0, log.keys, false, verdict(proof, Locale.GERMAN), "https://example.de", null));

        assertThat(page)
                .contains("&lt;b&gt;Straße")
                .doesNotContain("<b>Straße", "kreiswerk-verify.jar\" download")
                .contains("Bewiesen");
    }

    @Test
    void whereAnOlderKeyVouchesForANewerOneThePageLeadsToThat() {
        List<LogKey> keys = List.of(log.keys.get(0), new LogKey("newer", Instant.EPOCH));

        assertThat(Templates.transparency(
                        new TransparencyView(Locale.GERMAN, null, 0, keys, false, null, "https://example.de", null)))
                .as("the older one was lost")
                .contains("newer")
                .doesNotContain("/audit/log/keys/vouching", "Haben Sie sich einen älteren Schlüssel notiert?");
        assertThat(Templates.transparency(
                        new TransparencyView(Locale.GERMAN, null, 0, keys, true, null, "https://example.de", null)))
                .contains("href=\"/audit/log/keys/vouching\"", "Haben Sie sich einen älteren Schlüssel notiert?");
    }

    @Test
    void whatIsWrongStandsAtTheFieldAndInTheSummary() {
        String page = Templates.transparency(new TransparencyView(
                Locale.GERMAN, null, 0, log.keys, false, Verdict.none(), "https://example.de", "c0ffee"));

        assertThat(page)
                .contains("href=\"#datei\"", "aria-invalid=\"true\"", "aria-describedby=\"datei-fehler\"")
                .contains("href=\"/transparenz/kreiswerk-verify.jar\"", "c0ffee");
    }

    @Test
    void aStateThatWasKeptIsContinuedByATrailThatGrew() throws Exception {
        String kept = checkpoint(1, leaf(RECORD));
        String second = leaf("{}");
        sealed(2, node(leaf(RECORD), second));
        log.growth = List.of(second);

        Verdict german = verdict(kept, Locale.GERMAN);

        assertThat(log.askedFrom).isEqualTo(1);
        assertThat(german.kind()).isEqualTo(Verdict.Kind.PROVEN);
        assertThat(german.sentences()).anyMatch(line -> line.contains("Der eine Eintrag des aufbewahrten Standes"));
        assertThat(verdict(kept.replace("\n", "\r\n"), Locale.GERMAN).kind())
                .as("with the line ends of Windows")
                .isEqualTo(Verdict.Kind.PROVEN);
    }

    @Test
    void aStateThatTheTrailDoesNotContinueIsNotProven() throws Exception {
        sealed(2, node(leaf("other"), leaf("{}")));
        log.growth = List.of(leaf("{}"));
        assertThat(verdict(checkpoint(1, leaf(RECORD)), Locale.GERMAN).kind()).isEqualTo(Verdict.Kind.NOT_PROVEN);

        String forged = checkpoint(1, leaf("other")).replaceFirst("\n1\n", "\n2\n");
        assertThat(verdict(forged, Locale.GERMAN).kind()).isEqualTo(Verdict.Kind.NOT_PROVEN);
    }

    @Test
    void aTrailThatLostItsEndIsNotAskedForAProofThatItCannotGive() throws Exception {
        sealed(1, leaf(RECORD));

        Verdict verdict = verdict(checkpoint(2, node(leaf(RECORD), leaf("{}"))), Locale.GERMAN);

        assertThat(log.askedFrom).isNull();
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.NOT_PROVEN);
        assertThat(verdict.sentences()).anyMatch(line -> line.contains("Einträge fehlen"));
    }

    @Test
    void whereNothingIsSealedNothingIsSaidOfAState() throws Exception {
        Verdict verdict = verdict(checkpoint(1, leaf(RECORD)), Locale.GERMAN);

        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.NOTHING_SEALED);
        assertThat(verdict.isRefused()).isTrue();
    }

    private void sealed(long size, String root) {
        log.sealed(size, root, checkpoint(size, root));
    }

    private String checkpoint(long size, String root) {
        String text = ORIGIN + "\n" + size + "\n" + root + "\n";
        return new String(new Note(text, List.of()).with(key.sign(text)).bytes(), StandardCharsets.UTF_8);
    }

    private static String leaf(String record) throws NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((byte) 0);
        return base64(sha256.digest(record.getBytes(StandardCharsets.UTF_8)));
    }

    private static String node(String left, String right) throws NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((byte) 1);
        sha256.update(Base64.getDecoder().decode(left));
        return base64(sha256.digest(Base64.getDecoder().decode(right)));
    }

    private Verdict verdict(String file, Locale language) throws Exception {
        return Verdict.of(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), log, language);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
