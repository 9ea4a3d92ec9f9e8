package de.kreiswerk.core.notekit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * A signed note (C2SP signed-note): a text that ends in a line feed, an empty line, a line for each signature. Who reads it
 * believes the text only when a signature by a key that is known {@linkplain #isSignedBy is right}; others are ignored.
 *
 * @param text the text, ending in a line feed
 * @param signatures in the order in which they stand there
 */
public record Note(String text, List<NoteSignature> signatures) {

    /** The largest note that is read: that of an archive with 10,000 entries fits. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    /** The most signatures that are read. */
    public static final int MAX_SIGNATURES = 100;

    private static final String DASH = "— ";

    /** The shortest content that could be a signature: the hash and one byte. */
    private static final int SHORTEST = KeyName.HASH_BYTES + 1;

    private static final int LONGEST_LINE = 20_000;

    /** Rejects a text that cannot be signed. */
    public Note {
        Objects.requireNonNull(text, "text");
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.chars().anyMatch(each -> each < ' ' && each != '\n')) {
            throw new IllegalArgumentException("The text of a note consists of lines");
        }
    }

    /**
     * Reads a note.
     *
     * @param bytes all of it
     * @return the note; nothing about its signatures is verified
     * @throws BadNote when it is not one
     */
    public static Note parse(byte[] bytes) throws BadNote {
        String all = decoded(bytes);
        int split = all.lastIndexOf("\n\n");
        if (split < 0 || !all.endsWith("\n") || all.chars().anyMatch(each -> each < ' ' && each != '\n')) {
            throw notANote();
        }
        return new Note(all.substring(0, split + 1), signatures(all.substring(split + 2)));
    }

    private static String decoded(byte[] bytes) throws BadNote {
        if (bytes.length > MAX_BYTES) {
            throw notANote();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw notANote();
        }
    }

    private static List<NoteSignature> signatures(String lines) throws BadNote {
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines.isEmpty()
                ? new String[0]
                : lines.substring(0, lines.length() - 1).split("\n", -1)) {
            if (signatures.size() == MAX_SIGNATURES) {
                throw new BadNote(
                        "Die Signaturdatei hat mehr als " + MAX_SIGNATURES + " Signaturen.",
                        "The signature file has more than " + MAX_SIGNATURES + " signatures.");
            }
            signatures.add(signature(line));
        }
        return signatures;
    }

    private static NoteSignature signature(String line) throws BadNote {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0 || line.length() > LONGEST_LINE) {
            throw notANote();
        }
        try {
            String name = KeyName.checked(line.substring(DASH.length(), space));
            String base64 = line.substring(space + 1);
            byte[] content = Base64.getDecoder().decode(base64);
            if (content.length >= SHORTEST
                    && Base64.getEncoder().encodeToString(content).equals(base64)) {
                return NoteSignature.read(name, content);
            }
        } catch (BadKey | IllegalArgumentException e) {
            throw notANote();
        }
        throw notANote();
    }

    private static BadNote notANote() {
        return new BadNote(
                "Die Signaturdatei ist beschädigt: sie ist keine „signed note“.",
                "The signature file is damaged: it is no signed note.");
    }

    /**
     * Adds a signature; an older one of the same key makes room.
     *
     * @param signature of this text
     * @return the note with it
     */
    public Note with(NoteSignature signature) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.removeIf(each -> each.name().equals(signature.name()) && each.hash().equals(signature.hash()));
        all.add(signature);
        return new Note(text, all);
    }

    /**
     * The signatures that name a key.
     *
     * @param key any key
     * @return none when it did not sign
     */
    public List<NoteSignature> by(VerifierKey key) {
        return signatures.stream().filter(each -> each.names(key)).toList();
    }

    /**
     * Whether a key signed this text.
     *
     * @param key any key
     * @return true when there are signatures that name it, and all of them are right
     */
    public boolean isSignedBy(VerifierKey key) {
        List<NoteSignature> named = by(key);
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        return !named.isEmpty() && named.stream().allMatch(each -> key.verifies(message, each.bytes()));
    }

    /**
     * The note as it is stored.
     *
     * @return UTF-8
     */
    public byte[] bytes() {
        StringBuilder all = new StringBuilder(text).append('\n');
        signatures.forEach(each -> all.append(each.line()));
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }
}
