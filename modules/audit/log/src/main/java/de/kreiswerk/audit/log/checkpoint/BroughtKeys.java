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
import java.util.List;
import java.util.Optional;

/**
 * Keys in a store that a bundle brings. It comes and goes: a key is looked up at each signature, and what it signs is verified
 * before anybody gets it.
 */
final class BroughtKeys implements KeyStore {

    private static final int MOST = 10;

    private final String name;
    private final KeyStores stores;

    BroughtKeys(String name, KeyStores stores) {
        this.name = name;
        this.stores = stores;
    }

    @Override
    public List<LogSigner> signers() throws IOException {
        List<SealKeyStore.Key> keys = keys();
        if (keys.isEmpty()) {
            throw new IOException(
                    place() + " has no key yet: make one there, of the log's name. Until then nothing is sealed.");
        }
        if (keys.size() > MOST) {
            throw new IOException(place() + " has more than " + MOST + " keys that sign. Nothing is sealed.");
        }
        List<LogSigner> signers = new ArrayList<>();
        for (SealKeyStore.Key key : keys) {
            signers.add(signer(verifier(key)));
        }
        return signers;
    }

    /** What the bundle throws, whatever it is, is a reason for which nothing is sealed now, and is tried again. */
    @SuppressWarnings("java:S1181")
    private List<SealKeyStore.Key> keys() throws IOException {
        SealKeyStore store = stores.named(name)
                .orElseThrow(
                        () -> new IOException(place() + " is not there. Install the bundle that brings it, or take "
                                + KeyStores.VARIABLE + " away. Until then nothing is sealed."));
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

    @SuppressWarnings("java:S1181")
    private NoteSignature sign(VerifierKey verifier, String text) throws IOException {
        byte[] note = text.getBytes(StandardCharsets.UTF_8);
        for (SealKeyStore.Key key : keys()) {
            if (verifier.equals(verifier(key))) {
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
        }
        throw new IOException(place() + " has the key " + verifier.text() + " no more. Nothing is sealed.");
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
