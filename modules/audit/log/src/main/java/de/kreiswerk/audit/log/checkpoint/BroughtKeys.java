package de.kreiswerk.audit.log.checkpoint;

import de.kreiswerk.audit.api.SealKeyStore;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.NoteSignature;
import de.kreiswerk.core.notekit.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys in a store that a bundle brings, which comes and goes. What it signs is verified before anybody gets it.
 */
final class BroughtKeys implements KeyStore {

    private static final Logger LOG = LoggerFactory.getLogger(BroughtKeys.class);

    private final String name;
    private final KeyStores stores;
    private volatile Listed listed;

    /** What a store had when it was asked, by the public keys' texts. */
    private record Listed(SealKeyStore store, Map<String, SealKeyStore.Key> keys) {}

    BroughtKeys(String name, KeyStores stores) {
        this.name = name;
        this.stores = stores;
    }

    @Override
    public List<LogSigner> signers() throws IOException {
        SealKeyStore store = store();
        List<SealKeyStore.Key> keys = keys(store);
        if (keys.isEmpty()) {
            throw obstacle(
                    "hat noch keinen Schlüssel: Machen Sie dort einen mit dem Namen des Prüfpfads. Bis dahin wird nichts"
                            + " versiegelt.",
                    "has no key yet: make one there, of the log's name. Until then nothing is sealed.",
                    null);
        }
        if (keys.size() > MOST) {
            throw obstacle(
                    "hat mehr als " + MOST
                            + " Schlüssel, die signieren. Nehmen Sie dort die alten heraus; bis dahin wird nichts"
                            + " versiegelt.",
                    "has more than " + MOST
                            + " keys that sign. Take the old ones out there; until then nothing is sealed.",
                    null);
        }
        List<LogSigner> signers = new ArrayList<>();
        Map<String, SealKeyStore.Key> byText = new HashMap<>();
        for (SealKeyStore.Key key : keys) {
            VerifierKey verifier = verifier(key);
            signers.add(signer(verifier));
            byText.put(verifier.text(), key);
        }
        listed = new Listed(store, Map.copyOf(byText));
        return signers;
    }

    private SealKeyStore store() throws IOException {
        return stores.named(name)
                .orElseThrow(() -> obstacle(
                        "ist nicht da. Installieren Sie das Bundle, das ihn bringt, oder nehmen Sie "
                                + KeyStores.VARIABLE + " weg. Bis dahin wird nichts versiegelt.",
                        "is not there. Install the bundle that brings it, or take " + KeyStores.VARIABLE
                                + " away. Until then nothing is sealed.",
                        null));
    }

    /** What the bundle throws, whatever it is, is a reason for which nothing is sealed now, and is tried again. */
    @SuppressWarnings("java:S1181")
    private List<SealKeyStore.Key> keys(SealKeyStore store) throws IOException {
        try {
            return List.copyOf(store.keys());
        } catch (IOException | RuntimeException | LinkageError e) {
            throw obstacle("antwortet nicht: " + e.getMessage(), "does not answer: " + e.getMessage(), e);
        }
    }

    private VerifierKey verifier(SealKeyStore.Key key) throws IOException {
        try {
            return VerifierKey.parse(String.valueOf(key.verifier()));
        } catch (BadKey | RuntimeException e) {
            throw obstacle(
                    "hat einen Schlüssel, der keiner ist: " + e.getMessage(),
                    "has a key that is none: " + e.getMessage(),
                    e);
        }
    }

    private LogSigner signer(VerifierKey verifier) {
        return new LogSigner() {
            @Override
            public VerifierKey verifier() {
                return verifier;
            }

            @Override
            public NoteSignature sign(String text) {
                try {
                    return BroughtKeys.this.sign(verifier, text);
                } catch (IOException e) {
                    throw new UncheckedIOException(e.getMessage(), e);
                }
            }
        };
    }

    /** A list is asked for anew only when the store is another one, or what was listed does not sign. */
    private NoteSignature sign(VerifierKey verifier, String text) throws IOException {
        Listed known = listed;
        if (known != null && known.store() == store()) {
            SealKeyStore.Key key = known.keys().get(verifier.text());
            if (key != null) {
                try {
                    return sign(key, verifier, text);
                } catch (IOException e) {
                    LOG.info("The keys are looked up anew: {}", e.getMessage());
                }
            }
        }
        signers();
        SealKeyStore.Key key = listed.keys().get(verifier.text());
        if (key == null) {
            throw obstacle(
                    "hat den Schlüssel " + verifier.text() + " nicht mehr. Nichts wird versiegelt.",
                    "has the key " + verifier.text() + " no more. Nothing is sealed.",
                    null);
        }
        return sign(key, verifier, text);
    }

    @SuppressWarnings("java:S1181")
    private NoteSignature sign(SealKeyStore.Key key, VerifierKey verifier, String text) throws IOException {
        byte[] note = text.getBytes(StandardCharsets.UTF_8);
        byte[] signature;
        try {
            signature = key.sign(note.clone());
        } catch (IOException | RuntimeException | LinkageError e) {
            throw obstacle("signiert nicht: " + e.getMessage(), "does not sign: " + e.getMessage(), e);
        }
        if (signature == null || !verifier.verifies(note, signature)) {
            throw obstacle(
                    "hat mit einem anderen Schlüssel signiert als " + verifier.text(),
                    "signed with another key than " + verifier.text(),
                    null);
        }
        return new NoteSignature(
                verifier.name(), verifier.hash(), Base64.getEncoder().encodeToString(signature));
    }

    @Override
    public LogSigner create(String logName) throws IOException {
        throw obstacle("hat noch keinen Schlüssel", "has no key yet", null);
    }

    @Override
    public void discard() {
        // Nothing was made.
    }

    @Override
    public Optional<Text> concern() {
        return Optional.empty();
    }

    @Override
    public Text place() {
        return new Text("Der Schlüsselspeicher „" + name + "“", "The key store '" + name + "'");
    }

    private Obstacle obstacle(String german, String english, Throwable cause) {
        return new Obstacle(new Text(place().german() + " " + german, place().english() + " " + english), cause);
    }
}
