package de.kreiswerk.core.notekit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * The private key of somebody who signs notes: a name and an Ed25519 seed (C2SP signed-note). Its text form is that of Go's
 * {@code golang.org/x/mod/sumdb/note}: {@code PRIVATE+KEY+NAME+HASH+SEED}. Has no toString that would show it.
 */
public final class SignerKey {

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int PARTS = 3;
    private static final int LONGEST_TEXT = 400;

    private final byte[] seed;
    private final PrivateKey key;
    private final VerifierKey verifier;

    private SignerKey(byte[] seed, PrivateKey key, VerifierKey verifier) {
        this.seed = seed.clone();
        this.key = key;
        this.verifier = verifier;
    }

    /**
     * Makes a new key.
     *
     * @param name who signs: no white space, no plus, at most 200 characters; by custom a host such as {@code bau.landkreis.de}
     * @param random where the seed comes from
     * @return the key
     * @throws BadKey when the name cannot be one
     */
    public static SignerKey generate(String name, SecureRandom random) throws BadKey {
        byte[] seed = new byte[KeyName.KEY_BYTES];
        random.nextBytes(seed);
        return of(KeyName.checked(name), seed);
    }

    /**
     * Reads the text form.
     *
     * @param text {@code PRIVATE+KEY+NAME+HASH+SEED}
     * @return the key
     * @throws BadKey when it is none
     */
    public static SignerKey parse(String text) throws BadKey {
        String stripped = text.strip();
        if (stripped.length() > LONGEST_TEXT || !stripped.startsWith(PREFIX)) {
            throw notAKey();
        }
        String[] parts = stripped.substring(PREFIX.length()).split("\\+", PARTS);
        if (parts.length != PARTS) {
            throw notAKey();
        }
        SignerKey key = of(KeyName.checked(parts[0]), seed(parts[2]));
        if (!key.verifier.hash().equals(parts[1])) {
            throw new BadKey(
                    "Der private Schlüssel ist beschädigt: seine Prüfsumme stimmt nicht.",
                    "The private key is damaged: its checksum does not match.");
        }
        return key;
    }

    private static SignerKey of(String name, byte[] seed) throws BadKey {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new Seed(seed));
            KeyPair pair = generator.generateKeyPair();
            return new SignerKey(
                    seed, pair.getPrivate(), VerifierKey.of(name, encoded((EdECPublicKey) pair.getPublic())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java from 15 on has Ed25519", e);
        }
    }

    /** RFC 8032, section 5.1.2: the last 32 bytes of the X.509 form. */
    private static byte[] encoded(EdECPublicKey key) {
        byte[] x509 = key.getEncoded();
        return Arrays.copyOfRange(x509, x509.length - KeyName.KEY_BYTES, x509.length);
    }

    private static byte[] seed(String base64) throws BadKey {
        try {
            byte[] decoded = Base64.getDecoder().decode(base64);
            if (decoded.length == KeyName.KEY_BYTES + 1 && decoded[0] == KeyName.ED25519) {
                return Arrays.copyOfRange(decoded, 1, decoded.length);
            }
        } catch (IllegalArgumentException e) {
            throw notAKey();
        }
        throw notAKey();
    }

    private static BadKey notAKey() {
        return new BadKey(
                "Das ist kein privater Schlüssel, wie „kreiswerk component keygen“ ihn schreibt.",
                "This is no private key as 'kreiswerk component keygen' writes it.");
    }

    /**
     * The public half.
     *
     * @return what may be shown to everybody
     */
    public VerifierKey verifier() {
        return verifier;
    }

    /**
     * The text form, a secret.
     *
     * @return {@code PRIVATE+KEY+NAME+HASH+SEED}
     */
    public String text() {
        byte[] content = new byte[seed.length + 1];
        content[0] = KeyName.ED25519;
        System.arraycopy(seed, 0, content, 1, seed.length);
        return PREFIX + verifier.name() + "+" + verifier.hash() + "+"
                + Base64.getEncoder().encodeToString(content);
    }

    /**
     * Signs a note.
     *
     * @param text the note's text, ending in a line feed
     * @return the signature, to be added to the note
     */
    public NoteSignature sign(String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return NoteSignature.of(verifier.name(), verifier.hash(), ed25519.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java from 15 on signs with Ed25519", e);
        }
    }

    /** Java derives a public key only while it makes a pair; this makes it take the seed that is there. */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Seed(byte[] seed) {
            super(null, null);
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("A seed of Ed25519 has " + seed.length + " bytes, not " + bytes.length);
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
