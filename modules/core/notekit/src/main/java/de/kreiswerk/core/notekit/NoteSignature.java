package de.kreiswerk.core.notekit;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A signature as it stands below a note.
 *
 * @param name the key's name
 * @param hash the key's hash, eight hexadecimal digits
 * @param value the signature without the hash, Base64
 */
public record NoteSignature(String name, String hash, String value) {

    /** Rejects what is missing. */
    public NoteSignature {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(value, "value");
    }

    static NoteSignature of(String name, String hash, byte[] signature) {
        return new NoteSignature(name, hash, Base64.getEncoder().encodeToString(signature));
    }

    /** What stands in the line behind the name: the hash and the signature in one. */
    static NoteSignature read(String name, byte[] content) {
        return of(
                name,
                KeyName.hex(Arrays.copyOf(content, KeyName.HASH_BYTES)),
                Arrays.copyOfRange(content, KeyName.HASH_BYTES, content.length));
    }

    /**
     * Whether a key of this name and hash made it; whether it is right says {@link VerifierKey#verifies}.
     *
     * @param key any key
     * @return true when it names this key
     */
    public boolean names(VerifierKey key) {
        return name.equals(key.name()) && hash.equals(key.hash());
    }

    /**
     * The signature.
     *
     * @return 64 bytes for Ed25519
     */
    public byte[] bytes() {
        return Base64.getDecoder().decode(value);
    }

    String line() {
        byte[] signature = bytes();
        byte[] content = Arrays.copyOf(HexFormat.of().parseHex(hash), KeyName.HASH_BYTES + signature.length);
        System.arraycopy(signature, 0, content, KeyName.HASH_BYTES, signature.length);
        return "— " + name + " " + Base64.getEncoder().encodeToString(content) + "\n";
    }
}
