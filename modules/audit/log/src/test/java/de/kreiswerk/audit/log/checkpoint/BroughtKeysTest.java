package de.kreiswerk.audit.log.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.audit.api.SealKeyStore;
import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.NoteSignature;
import de.kreiswerk.core.notekit.SignerKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BroughtKeysTest {

    private static final String TEXT = "example.de/audit/log\n1\nAAAA\n";

    @TempDir
    private Path data;

    private final KeyStores stores = new KeyStores();
    private final List<SealKeyStore.Key> keys = new ArrayList<>();
    private final SealKeyStore store = () -> keys;
    private final KeyStore brought = stores.chosen(Map.of(KeyStores.VARIABLE, " hsm "), data);

    @Test
    void aStoreSignsWithAllItsKeysWhateverElseIsThere() throws Exception {
        SignerKey newest = key("example.de");
        SignerKey older = key("example.de");
        keys.add(new Held(newest));
        keys.add(new Held(older));
        stores.add(() -> List.of(new Held(key("example.org"))), Map.of(SealKeyStore.NAME, "another"));
        stores.add(store, Map.of(SealKeyStore.NAME, "hsm"));

        List<LogSigner> signers = brought.signers();

        assertThat(signers).extracting(LogSigner::verifier).containsExactly(newest.verifier(), older.verifier());
        for (LogSigner signer : signers) {
            NoteSignature signature = signer.sign(TEXT);
            assertThat(new Note(TEXT, List.of()).with(signature).isSignedBy(signer.verifier()))
                    .isTrue();
        }
        assertThat(data).as("no file was made").isEmptyDirectory();
    }

    @Test
    void withoutAChoiceKeysAreInAFileAlthoughAStoreIsThere() throws Exception {
        stores.add(store, Map.of(SealKeyStore.NAME, "hsm"));

        assertThat(stores.chosen(Map.of(KeyStores.VARIABLE, " "), data)).isInstanceOf(KeyFile.class);
        assertThat(stores.chosen(Map.of(), data).signers()).isEmpty();
    }

    @Test
    void aStoreThatIsNotThereOrHasNoKeyIsNamedAndNoKeyIsMade() {
        assertThatThrownBy(brought::signers)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'hsm' is not there")
                .hasMessageContaining(KeyStores.VARIABLE);

        stores.add(store, Map.of(SealKeyStore.NAME, "hsm"));
        assertThatThrownBy(brought::signers).isInstanceOf(IOException.class).hasMessageContaining("has no key yet");
        assertThatThrownBy(() -> brought.create("example.de")).isInstanceOf(IOException.class);
        assertThat(data).isEmptyDirectory();

        keys.addAll(Collections.nCopies(11, new Held(key("example.de"))));
        assertThatThrownBy(brought::signers).isInstanceOf(IOException.class).hasMessageContaining("more than 10");
    }

    @Test
    void whatAStoreDoesWrongIsSaidAndNothingOfItIsHandedOn() throws Exception {
        SignerKey key = key("example.de");
        Held held = new Held(key);
        keys.add(held);
        stores.add(store, Map.of(SealKeyStore.NAME, "hsm"));
        LogSigner signer = brought.signers().get(0);

        held.signs = key("example.de");
        refused(signer, "signed with another key");
        held.signs = null;
        refused(signer, "does not sign: out of paper");
        keys.clear();
        refused(signer, "has no key yet");
        keys.add(new Held(key("example.de")));
        refused(signer, "no more");
        keys.clear();
        stores.remove(store);
        refused(signer, "is not there");

        stores.add(
                () -> {
                    throw new IllegalStateException("driver");
                },
                Map.of(SealKeyStore.NAME, "hsm"));
        refused(signer, "does not answer: driver");

        held.signs = key;
        keys.add(held);
        KeyStores again = new KeyStores();
        again.add(store, Map.of(SealKeyStore.NAME, "hsm"));
        held.verifier = "no key";
        assertThatThrownBy(() ->
                        again.chosen(Map.of(KeyStores.VARIABLE, "hsm"), data).signers())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a key that is none");
    }

    @Test
    void aStoreIsAskedForItsKeysOnceAndAgainWhenOneDoesNotSign() throws Exception {
        SignerKey key = key("example.de");
        Held held = new Held(key);
        keys.add(held);
        AtomicInteger asked = new AtomicInteger();
        stores.add(
                () -> {
                    asked.incrementAndGet();
                    return keys;
                },
                Map.of(SealKeyStore.NAME, "hsm"));
        LogSigner signer = brought.signers().get(0);
        for (int i = 0; i < 5; i++) {
            signer.sign(TEXT);
        }
        assertThat(asked).hasValue(1);

        held.signs = null;
        keys.set(0, new Held(key));
        signer.sign(TEXT);

        assertThat(asked).as("the session of before was over").hasValue(2);
    }

    @Test
    void aStoreThatCameBackSignsAgain() throws Exception {
        SignerKey key = key("example.de");
        keys.add(new Held(key));
        stores.add(store, Map.of(SealKeyStore.NAME, "hsm"));
        LogSigner signer = brought.signers().get(0);
        stores.remove(store);
        refused(signer, "is not there");

        SealKeyStore other = () -> List.of(new Held(key));
        stores.add(other, Map.of(SealKeyStore.NAME, "hsm"));

        assertThat(new Note(TEXT, List.of()).with(signer.sign(TEXT)).isSignedBy(key.verifier()))
                .isTrue();
    }

    private static void refused(LogSigner signer, String why) {
        assertThatThrownBy(() -> signer.sign(TEXT))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(why);
    }

    private static SignerKey key(String name) {
        try {
            return SignerKey.generate(name, new SecureRandom());
        } catch (BadKey e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key in a device. */
    private static final class Held implements SealKeyStore.Key {

        private String verifier;
        private SignerKey signs;

        private Held(SignerKey key) {
            this.signs = key;
            this.verifier = key.verifier().text();
        }

        @Override
        public String verifier() {
            return verifier;
        }

        @Override
        public byte[] sign(byte[] note) throws IOException {
            if (signs == null) {
                throw new IOException("out of paper");
            }
            return signs.sign(new String(note, StandardCharsets.UTF_8)).bytes();
        }
    }
}
