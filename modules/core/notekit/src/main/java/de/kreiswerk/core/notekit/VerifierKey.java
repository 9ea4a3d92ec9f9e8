package de.kreiswerk.core.notekit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public key of somebody who signs notes: a name and an Ed25519 key (C2SP signed-note). Its text is
 * {@code NAME+HASH+KEY}, the hash in hexadecimal, the key in Base64 behind its algorithm byte.
 */
public final class VerifierKey {

    /** What stands before the 32 bytes in the X.509 form of an Ed25519 key (RFC 8410, section 10.1). */
    private static final String X509_HEAD = "302a300506032b6570032100";

    private static final int PARTS = 3;

    private static final int LONGEST_TEXT = 400;

    private final String name;
    private final byte[] bytes;
    private final String hash;
    private final PublicKey key;

    private VerifierKey(String name, byte[] bytes, PublicKey key) {
        this.name = name;
        this.bytes = bytes.clone();
        this.hash = KeyName.hex(KeyName.hash(name, bytes));
        this.key = key;
    }

    /**
     * Reads the text form.
     *
     * @param text {@code NAME+HASH+KEY}
     * @return the key
     * @throws BadKey when it is none, or of another algorithm than Ed25519
     */
    public static VerifierKey parse(String text) throws BadKey {
        String[] parts =
                text.length() > LONGEST_TEXT ? new String[0] : text.strip().split("\\+", PARTS);
        if (parts.length != PARTS) {
            throw notAKey();
        }
        VerifierKey key = of(KeyName.checked(parts[0]), content(parts[2]));
        if (!key.hash.equals(parts[1])) {
            throw new BadKey(
                    "Der öffentliche Schlüssel ist beschädigt: seine Prüfsumme stimmt nicht.",
                    "The public key is damaged: its checksum does not match.");
        }
        return key;
    }

    static VerifierKey of(String name, byte[] bytes) throws BadKey {
        try {
            byte[] encoded = HexFormat.of().parseHex(X509_HEAD + HexFormat.of().formatHex(bytes));
            return new VerifierKey(
                    name, bytes, KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw notAKey();
        }
    }

    private static byte[] content(String base64) throws BadKey {
        byte[] decoded = decoded(base64);
        if (decoded.length != KeyName.KEY_BYTES + 1 || decoded[0] != KeyName.ED25519) {
            throw notAKey();
        }
        byte[] bytes = new byte[KeyName.KEY_BYTES];
        System.arraycopy(decoded, 1, bytes, 0, bytes.length);
        return bytes;
    }

    private static byte[] decoded(String base64) throws BadKey {
        try {
            byte[] decoded = Base64.getDecoder().decode(base64);
            if (Base64.getEncoder().encodeToString(decoded).equals(base64)) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            throw notAKey();
        }
        throw notAKey();
    }

    private static BadKey notAKey() {
        return new BadKey(
                "Das ist kein öffentlicher Schlüssel der Form NAME+PRÜFSUMME+SCHLÜSSEL für Ed25519.",
                "This is no public key of the form NAME+HASH+KEY for Ed25519.");
    }

    /**
     * Who signs.
     *
     * @return the key's name, without white space
     */
    public String name() {
        return name;
    }

    /**
     * Tells keys of one name apart.
     *
     * @return eight hexadecimal digits
     */
    public String hash() {
        return hash;
    }

    /**
     * The text form, which may be shown to everybody.
     *
     * @return {@code NAME+HASH+KEY}
     */
    public String text() {
        byte[] content = new byte[bytes.length + 1];
        content[0] = KeyName.ED25519;
        System.arraycopy(bytes, 0, content, 1, bytes.length);
        return name + "+" + hash + "+" + Base64.getEncoder().encodeToString(content);
    }

    /**
     * Whether a signature is this key's.
     *
     * @param message what was signed
     * @param signature 64 bytes, or anything else
     * @return true when it is
     */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey && text().equals(((VerifierKey) other).text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
