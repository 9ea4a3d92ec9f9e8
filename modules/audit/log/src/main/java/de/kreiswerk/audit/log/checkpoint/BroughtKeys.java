package de.kreiswerk.audit.log.checkpoint;

import de.kreiswerk.audit.api.SealKeyStore;
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
            throw new IOException(
                    place() + " has no key yet: make one there, of the log's name. Until then nothing is sealed.");
        }
        if (keys.size() > MOST) {
            throw new IOException(place() + " has more than " + MOST + " keys that sign. Nothing is sealed.");
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
                .orElseThrow(
                        () -> new IOException(place() + " is not there. Install the bundle that brings it, or take "
                                + KeyStores.VARIABLE + " away. Until then nothing is sealed."));
    }

    /** What the bundle throws, whatever it is, is a reason for which nothing is sealed now, and is tried again. */
    @SuppressWarnings("java:S1181")
    private List<SealKeyStore.Key> keys(SealKeyStore store) throws IOException {
        try {
            return List.copyOf(store.keys());
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new IOException(place() + " does not answer: " + e.getMessage(), e);
        }
    }

    private VerifierKey verifier(SealKeyStore.Key key) throws IOException {
        try {
            return VerifierKey.parse(String.valueOf(key.verifier()));
        } catch (BadKey | RuntimeException e) {
            throw new IOException(place() + " has a key that is none: " + e.getMessage(), e);
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
            throw new IOException(place() + " has the key " + verifier.text() + " no more. Nothing is sealed.");
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
            throw new IOException(place() + " does not sign: " + e.getMessage(), e);
        }
        if (signature == null || !verifier.verifies(note, signature)) {
            throw new IOException(place() + " signed with another key than " + verifier.text());
        }
        return new NoteSignature(
                verifier.name(), verifier.hash(), Base64.getEncoder().encodeToString(signature));
    }

    @Override
    public LogSigner create(String logName) throws IOException {
        throw new IOException(place() + " has no key yet");
    }

    @Override
    public void discard() {
        // Nothing was made.
    }

    @Override
    public Optional<String> concern() {
        return Optional.empty();
    }

    @Override
    public String place() {
        return "The key store '" + name + "'";
    }
}
