package de.kreiswerk.deployment.archive.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.Samples;
import de.kreiswerk.deployment.archive.component.ComponentBundle;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.signature.SignatureCheck;
import de.kreiswerk.deployment.archive.signature.SignatureState;
import de.kreiswerk.deployment.archive.signature.SignedText;
import de.kreiswerk.deployment.archive.signature.TrustedKey;
import de.kreiswerk.deployment.archive.zip.Limits;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackTest {

    private static final byte[] WEB = Samples.bundle().bytes();
    private static final byte[] API = Samples.bundle()
            .header("Bundle-SymbolicName", "de.lueneburg.ordnung.hundesteuer.api")
            .header("Bundle-Version", "1.0.0.SNAPSHOT")
            .bytes();

    private static byte[] template() {
        return Samples.description("")
                .replaceAll("\"bundles\".*\n", "")
                .replace("1.2.0\"", "1.2-SNAPSHOT\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Archive packed(byte[]... bundles) throws BadArchive {
        return Packer.pack(template(), List.of(bundles), Limits.standard());
    }

    @Test
    void bundlesAreNamedWithTheirHashes() throws BadArchive {
        Archive archive = packed(WEB, API);

        assertThat(archive.component().version()).hasToString("1.2.0.SNAPSHOT");
        assertThat(archive.component().bundles())
                .extracting(ComponentBundle::entry)
                .containsExactly(
                        "bundles/de.lueneburg.ordnung.hundesteuer-1.2.0.jar",
                        "bundles/de.lueneburg.ordnung.hundesteuer.api-1.0.0.SNAPSHOT.jar");
        assertThat(new String(archive.entries().get(2).bytes(), StandardCharsets.UTF_8))
                .contains("\"de.kreiswerk.sha256\" : \""
                        + archive.entries().get(0).sha256());
    }

    @Test
    void theSameMakesTheSameBytes() throws BadArchive {
        assertThat(packed(API, WEB).sha256()).isEqualTo(packed(WEB, API).sha256());
    }

    @Test
    void whatIsPackedTwiceIsRefused() {
        BadArchive refusal = catchThrowableOfType(BadArchive.class, () -> packed(WEB, WEB));

        assertThat(refusal.code()).isEqualTo("bundle.twice");
    }

    @Test
    void severalSignOneAfterTheOther() throws BadArchive, BadKey {
        SignerKey first = SignerKey.generate("a.example.de", new SecureRandom());
        SignerKey second = SignerKey.generate("b.example.de", new SecureRandom());
        Archive archive = packed(WEB, API);

        Archive signed = Signer.sign(Signer.sign(archive, first, Limits.standard()), second, Limits.standard());

        assertThat(SignedText.of(signed)).isEqualTo(SignedText.of(archive));
        assertThat(state(signed, first)).isEqualTo(SignatureState.VALID);
        assertThat(state(signed, second)).isEqualTo(SignatureState.VALID);
    }

    @Test
    void aSingleBundleStaysAJarThatBeginsWithItsManifest() throws BadArchive, BadKey {
        SignerKey key = SignerKey.generate("a.example.de", new SecureRandom());
        Archive bundle = Samples.read(Samples.bundle()
                .header("Kreiswerk-Department", "ordnung")
                .header("Kreiswerk-Title", "Hundesteuer")
                .file("de/a.txt", "text")
                .bytes());

        Archive signed = Signer.sign(bundle, key, Limits.standard());

        assertThat(signed.entriesInPlace().get(0).name()).isEqualTo("META-INF/MANIFEST.MF");
        assertThat(SignedText.of(signed)).isEqualTo(SignedText.of(bundle));
        assertThat(state(signed, key)).isEqualTo(SignatureState.VALID);
    }

    private static SignatureState state(Archive archive, SignerKey key) {
        TrustedKey trusted = new TrustedKey(key.verifier(), "A", Instant.EPOCH, null, null);
        return SignatureCheck.check(archive, List.of(trusted), Instant.EPOCH).state();
    }
}
