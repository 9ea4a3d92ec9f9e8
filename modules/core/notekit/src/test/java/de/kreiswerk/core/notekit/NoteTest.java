package de.kreiswerk.core.notekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteTest {

    /** The example of golang.org/x/mod/sumdb/note, where the form comes from. */
    private static final String SIGNER =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final String VERIFIER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    private static final String NOTE = TEXT + "\n— PeterNeumann"
            + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    @Test
    void thePublishedExampleIsSignedToTheByte() throws BadKey {
        SignerKey key = SignerKey.parse(SIGNER);

        Note note = new Note(TEXT, List.of()).with(key.sign(TEXT));

        assertThat(new String(note.bytes(), StandardCharsets.UTF_8)).isEqualTo(NOTE);
        assertThat(key.verifier().text()).isEqualTo(VERIFIER);
        assertThat(key.text()).isEqualTo(SIGNER);
    }

    @Test
    void thePublishedExampleIsVerified() throws BadKey, BadNote {
        Note note = Note.parse(NOTE.getBytes(StandardCharsets.UTF_8));

        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.isSignedBy(VerifierKey.parse(VERIFIER))).isTrue();
    }

    @Test
    void anotherTextIsNotSigned() throws BadKey, BadNote {
        Note note = Note.parse(NOTE.replace("your problem is", "my problem is").getBytes(StandardCharsets.UTF_8));

        assertThat(note.isSignedBy(VerifierKey.parse(VERIFIER))).isFalse();
    }

    @Test
    void severalSignAndUnknownOnesAreIgnored() throws BadKey, BadNote {
        SignerKey other = SignerKey.generate("bau.example.de", new SecureRandom());
        Note note = Note.parse(NOTE.getBytes(StandardCharsets.UTF_8)).with(other.sign(TEXT));

        Note read = Note.parse(note.bytes());

        assertThat(read.signatures()).hasSize(2);
        assertThat(read.isSignedBy(VerifierKey.parse(VERIFIER))).isTrue();
        assertThat(read.isSignedBy(other.verifier())).isTrue();
        assertThat(read.isSignedBy(
                        SignerKey.generate("bau.example.de", new SecureRandom()).verifier()))
                .isFalse();
    }

    @Test
    void whoSignsAgainStandsThereOnce() throws BadKey {
        SignerKey key = SignerKey.parse(SIGNER);

        Note note = new Note(TEXT, List.of()).with(key.sign(TEXT)).with(key.sign(TEXT));

        assertThat(note.signatures()).hasSize(1);
    }

    @Test
    void aTextWithEmptyLinesEndsAtTheLastOne() throws BadKey, BadNote {
        String text = "a\n\nb\n";
        SignerKey key = SignerKey.parse(SIGNER);

        Note read = Note.parse(new Note(text, List.of()).with(key.sign(text)).bytes());

        assertThat(read.text()).isEqualTo(text);
        assertThat(read.isSignedBy(key.verifier())).isTrue();
    }

    @Test
    void whatIsNoNoteIsRefused() {
        for (String bad : List.of(
                "",
                "text\n",
                "text\n\nno dash\n",
                "text\n\n— name\n",
                "text\n\n— name !!!!\n",
                "text\n\n— name AAAA\n",
                "text\n\n— na+me AAAAAAA=\n",
                "text\n\n— name AAAAAAB=\n",
                "te\u0007xt\n\n— name AAAAAAA=\n",
                "text\r\n\r\n— name AAAAAAA=\r\n",
                "text\n\n— name AAAAAAA=")) {
            assertThatExceptionOfType(BadNote.class)
                    .as(bad)
                    .isThrownBy(() -> Note.parse(bad.getBytes(StandardCharsets.UTF_8)));
        }
        assertThatThrownBy(() -> Note.parse(new byte[] {(byte) 0xC3, '\n', '\n'}))
                .isInstanceOf(BadNote.class);
    }

    @Test
    void thereIsALimitToSignatures() {
        String many = "text\n\n" + "— name AAAAAAA=\n".repeat(Note.MAX_SIGNATURES + 1);

        assertThatThrownBy(() -> Note.parse(many.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BadNote.class);
    }

    @Test
    void damagedKeysAreRefused() {
        for (String bad : List.of(
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                VERIFIER.replace("c74f20a3", "c74f20a4"),
                VERIFIER.replace("Peter", "Petra"),
                VERIFIER.replace("ARpc", "AhpC"),
                VERIFIER + "AAAA",
                VERIFIER.replace("PeterNeumann", "Peter Neumann"),
                "x".repeat(500))) {
            assertThatThrownBy(() -> VerifierKey.parse(bad)).as(bad).isInstanceOf(BadKey.class);
        }
        for (String bad : List.of("", VERIFIER, SIGNER.replace("c74f", "c74e"), SIGNER.replace("AYEK", "AYEL"))) {
            assertThatThrownBy(() -> SignerKey.parse(bad)).as(bad).isInstanceOf(BadKey.class);
        }
        assertThatThrownBy(() -> SignerKey.generate("zwei Wörter", new SecureRandom()))
                .isInstanceOf(BadKey.class);
        assertThatThrownBy(() -> SignerKey.generate("", new SecureRandom())).isInstanceOf(BadKey.class);
    }

    @Test
    void aKeyThatWasMadeIsReadAgain() throws BadKey {
        SignerKey made = SignerKey.generate("ordnung.landkreis-lueneburg.de", new SecureRandom());

        SignerKey read = SignerKey.parse(made.text());

        assertThat(read.verifier()).isEqualTo(made.verifier());
        assertThat(VerifierKey.parse(made.verifier().text())).isEqualTo(made.verifier());
        assertThat(made.toString()).doesNotContain(made.text());
    }
}
