package de.kreiswerk.deployment.archive.signature;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.RawZip;
import de.kreiswerk.deployment.archive.Samples;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignatureCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(1_000);
    private static final Instant LATER = NOW.plusSeconds(1_000);

    private final SignerKey key = key("ordnung.example.de");
    private final SignerKey other = key("bau.example.de");

    private static SignerKey key(String name) {
        try {
            return SignerKey.generate(name, new SecureRandom());
        } catch (BadKey e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static TrustedKey trusted(SignerKey key) {
        return new TrustedKey(key.verifier(), key.verifier().name(), BEFORE, null, null);
    }

    private static RawZip signed(RawZip zip, SignerKey... keys) throws Exception {
        String text = SignedText.of(Samples.read(zip.bytes()));
        Note note = new Note(text, List.of());
        for (SignerKey each : keys) {
            note = note.with(each.sign(text));
        }
        return zip.stored(Archive.NOTE, note.bytes());
    }

    private static SignatureReport check(RawZip zip, TrustedKey... keys) throws Exception {
        return SignatureCheck.check(Samples.read(zip.bytes()), List.of(keys), NOW);
    }

    private void assertState(SignatureState state, RawZip zip, TrustedKey... keys) throws Exception {
        assertThat(check(zip, keys).state()).isEqualTo(state);
    }

    @Test
    void whatARegisteredKeySignedIsValid() throws Exception {
        SignatureReport report = check(signed(Samples.component(), key), trusted(key), trusted(other));

        assertThat(report.state()).isEqualTo(SignatureState.VALID);
        assertThat(report.key()).contains(trusted(key));
        assertThat(report.sentence().german()).contains("ordnung.example.de");
    }

    @Test
    void allWhoSignedAreReportedAndThoseWhoCountAreNamed() throws Exception {
        RawZip zip = signed(Samples.component(), key, other);

        SignatureReport both = check(zip, trusted(key), trusted(other));
        assertThat(both.signers()).containsExactly(trusted(key), trusted(other));
        assertThat(both.sentence().german())
                .contains(key.verifier().name())
                .contains(other.verifier().name());

        SignatureReport one = check(zip, revoked(key), trusted(other));
        assertThat(one.state()).isEqualTo(SignatureState.VALID);
        assertThat(one.key()).contains(trusted(other));
        assertThat(one.signers()).containsExactly(revoked(key), trusted(other));
    }

    @Test
    void theSignedTextIsAsTheManualSays() throws Exception {
        String text = SignedText.of(Samples.read(Samples.component().bytes()));

        assertThat(text.lines().toList())
                .hasSize(4)
                .startsWith("kreiswerk-component/v1", Samples.NAME + " 1.2.0")
                .satisfies(lines -> assertThat(lines.get(2)).matches("[0-9a-f]{64} " + Samples.BUNDLE))
                .satisfies(lines -> assertThat(lines.get(3)).matches("[0-9a-f]{64} component\\.json"));
        assertThat(text).endsWith("\n");
    }

    @Test
    void aSingleBundleIsSignedInTheSameWay() throws Exception {
        RawZip jar = Samples.bundle()
                .header("Kreiswerk-Department", "ordnung")
                .header("Kreiswerk-Title", "Hundesteuer")
                .zip();

        assertState(SignatureState.VALID, signed(jar, key), trusted(key));
    }

    @Test
    void noNoteOrNobodyInItIsUnsigned() throws Exception {
        assertState(SignatureState.UNSIGNED, Samples.component(), trusted(key));
        assertState(SignatureState.UNSIGNED, signed(Samples.component()), trusted(key));
    }

    @Test
    void aKeyThatNobodyRegisteredIsUnknown() throws Exception {
        assertState(SignatureState.UNKNOWN_SIGNER, signed(Samples.component(), other), trusted(key));
        assertState(SignatureState.UNKNOWN_SIGNER, signed(Samples.component(), key));
        assertState(
                SignatureState.UNKNOWN_SIGNER, signed(Samples.component(), key), trusted(key("ordnung.example.de")));
    }

    @Test
    void whatWasChangedIsModifiedWhoeverSigned() throws Exception {
        byte[] changed = Samples.bundle().header("Bundle-Name", "evil").bytes();
        Note note =
                Note.parse(Samples.read(signed(Samples.component(), key, other).bytes())
                        .note()
                        .orElseThrow());
        RawZip zip = Samples.component(changed).stored(Archive.NOTE, note.bytes());

        assertState(SignatureState.MODIFIED, zip, trusted(key));
        assertState(SignatureState.MODIFIED, zip);
        assertThat(check(zip, revoked(key)).state()).isEqualTo(SignatureState.MODIFIED);
        assertThat(check(zip).sentence().german()).contains(Samples.BUNDLE).contains("verändert");
    }

    @Test
    void whatIsAddedOrTakenAwayIsModified() throws Exception {
        String two = Samples.description("").replace("} ],", "}, { \"id\": \"de:more:1\" } ],");
        byte[] more = Samples.bundle()
                .header("Bundle-SymbolicName", "de.lueneburg.ordnung.more")
                .bytes();
        byte[] note =
                Samples.read(signed(Samples.component(), key).bytes()).note().orElseThrow();

        RawZip added = Samples.component(two, Samples.bundle().bytes())
                .stored("bundles/more-1.jar", more)
                .stored(Archive.NOTE, note);
        assertState(SignatureState.MODIFIED, added, trusted(key));
        RawZip folder = Samples.component().stored("bundles/", "").stored(Archive.NOTE, note);
        assertState(SignatureState.MODIFIED, folder, trusted(key));
    }

    @Test
    void theNoteOfAnotherArchiveIsModified() throws Exception {
        RawZip other = Samples.component(
                Samples.description("").replace("steuer:1.2.0\",\n", "steuer:1.3.0\",\n"),
                Samples.bundle().bytes());
        byte[] note = Samples.read(signed(other, key).bytes()).note().orElseThrow();

        assertState(SignatureState.MODIFIED, Samples.component().stored(Archive.NOTE, note), trusted(key));
    }

    @Test
    void aRegisteredKeysWrongSignatureIsModifiedEvenBesideAGoodOne() throws Exception {
        String text = SignedText.of(Samples.read(Samples.component().bytes()));
        Note note = new Note(text, List.of(key.sign(text + "x"), other.sign(text)));
        RawZip zip = Samples.component().stored(Archive.NOTE, note.bytes());

        assertState(SignatureState.MODIFIED, zip, trusted(key), trusted(other));
        assertState(SignatureState.VALID, zip, trusted(other));
    }

    @Test
    void aNoteThatIsNoneIsModified() throws Exception {
        assertState(SignatureState.MODIFIED, Samples.component().stored(Archive.NOTE, "x"), trusted(key));
    }

    @Test
    void aKeyCountsInItsPeriodOnly() throws Exception {
        RawZip zip = signed(Samples.component(), key);

        SignatureReport over = check(zip, new TrustedKey(key.verifier(), "A", BEFORE, NOW, null));
        SignatureReport notYet = check(zip, new TrustedKey(key.verifier(), "A", LATER, null, null));

        assertThat(over.state()).isEqualTo(SignatureState.EXPIRED);
        assertThat(over.sentence().german()).contains("abgelaufen");
        assertThat(notYet.state()).isEqualTo(SignatureState.EXPIRED);
        assertThat(notYet.sentence().german()).contains("noch nicht");
        assertState(SignatureState.VALID, zip, new TrustedKey(key.verifier(), "A", NOW, LATER, null));
    }

    private static TrustedKey revoked(SignerKey key) {
        return new TrustedKey(key.verifier(), "R", BEFORE, null, NOW);
    }

    @Test
    void aRevokedKeyNeverCounts() throws Exception {
        RawZip zip = signed(Samples.component(), key);

        assertState(SignatureState.REVOKED, zip, revoked(key));
        assertState(SignatureState.REVOKED, zip, new TrustedKey(key.verifier(), "R", BEFORE, NOW, BEFORE));
        assertState(SignatureState.REVOKED, zip, revoked(key), trusted(key));
        assertState(SignatureState.VALID, zip, new TrustedKey(key.verifier(), "R", BEFORE, null, LATER));
    }

    @Test
    void oneGoodSignatureSufficesBesideOthers() throws Exception {
        SignerKey unknown = key("unknown.example.de");
        SignerKey old = key("old.example.de");
        RawZip zip = signed(Samples.component(), unknown, other, old, key);

        SignatureReport report =
                check(zip, revoked(other), new TrustedKey(old.verifier(), "old", BEFORE, NOW, null), trusted(key));

        assertThat(report.state()).isEqualTo(SignatureState.VALID);
        assertThat(report.key().orElseThrow().key()).isEqualTo(key.verifier());
        assertState(
                SignatureState.REVOKED, zip, revoked(other), new TrustedKey(old.verifier(), "old", BEFORE, NOW, null));
    }

    /** Whatever byte is changed: the archive is refused, or not valid, or its content and meaning are the same as before. */
    @Test
    void noChangedByteGoesUnnoticed() throws Exception {
        byte[] whole = signed(Samples.component(), key).bytes();
        Archive original = Samples.read(whole);
        long seed = Long.getLong("kreiswerk.seed", new SecureRandom().nextLong());
        Random random = new Random(seed);
        int valid = 0;
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            valid += isValid(changed, original) ? 1 : 0;
            changed[at] = (byte) (whole[at] + 1 + random.nextInt(255));
            valid += isValid(changed, original) ? 1 : 0;
        }
        // Times and the like in headers are not content, and not signed.
        assertThat(valid).as("seed " + seed).isLessThan(whole.length / 4);
    }

    private boolean isValid(byte[] changed, Archive original) {
        try {
            Archive archive = Samples.read(changed);
            SignatureReport report = SignatureCheck.check(archive, List.of(trusted(key)), NOW);
            if (report.state() != SignatureState.VALID) {
                return false;
            }
            assertThat(SignedText.of(archive)).isEqualTo(SignedText.of(original));
            assertThat(archive.component().bundles().get(0).bytes())
                    .isEqualTo(original.component().bundles().get(0).bytes());
            return true;
        } catch (BadArchive e) {
            return false;
        }
    }

    @Test
    void anArchiveCutOffIsNeverValid() throws Exception {
        byte[] whole = signed(Samples.component(), key).bytes();
        for (int length = 0; length < whole.length; length += 11) {
            assertThat(isValid(Arrays.copyOf(whole, length), Samples.read(whole)))
                    .isFalse();
        }
        assertThat(new String(whole, StandardCharsets.ISO_8859_1)).contains("kreiswerk-component/v1");
    }
}
