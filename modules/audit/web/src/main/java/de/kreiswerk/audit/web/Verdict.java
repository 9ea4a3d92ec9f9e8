package de.kreiswerk.audit.web;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.Checkpoint;
import de.kreiswerk.audit.api.LogKey;
import de.kreiswerk.audit.verifier.Verifier;
import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.VerifierKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What the verifier says of a file, in its own words.
 *
 * @param kind what came of it
 * @param sentences the words, a line each; none unless it was verified
 */
record Verdict(Kind kind, List<String> sentences) {

    /** The largest record has 64 kB, and a third more in Base64. */
    private static final int LARGEST = 200_000;

    /** What came of it. */
    enum Kind {
        /** The record is in the trail, unchanged, or the trail continues the state that was kept. */
        PROVEN,
        /** It could be read, and does not fit together. */
        NOT_PROVEN,
        /** The record itself is missing, so that nothing can be said. */
        WITHOUT_RECORD,
        /** It is neither a proof nor a state. */
        UNREADABLE,
        /** No file was chosen. */
        NO_FILE,
        /** This node has no key to verify with. */
        NO_KEY,
        /** Nothing is sealed yet that could continue a state. */
        NOTHING_SEALED
    }

    Verdict {
        sentences = List.copyOf(sentences);
    }

    static Verdict none() {
        return new Verdict(Kind.NO_FILE, List.of());
    }

    /** Whether there is something to be mended at the form. */
    boolean isRefused() {
        return kind != Kind.PROVEN && kind != Kind.NOT_PROVEN;
    }

    static Verdict of(InputStream file, AuditLog log, Locale language) throws IOException {
        List<LogKey> keys = log.keys();
        if (keys.isEmpty()) {
            // That the verifier trusts no key says nothing of the proof.
            return new Verdict(Kind.NO_KEY, List.of());
        }
        byte[] bytes = file.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            return new Verdict(Kind.UNREADABLE, List.of());
        }
        Optional<KeptState> kept = KeptState.read(bytes);
        if (kept.isEmpty()) {
            return said(language, verifier -> verifier.proof(bytes, trusted(keys)));
        }
        Checkpoint newest = log.checkpoint().orElse(null);
        if (newest == null) {
            return new Verdict(Kind.NOTHING_SEALED, List.of());
        }
        byte[] proof = kept.get().proof(log, newest);
        return said(language, verifier -> verifier.consistency(bytes, proof, trusted(keys)));
    }

    private static Verdict said(Locale language, ToIntFunction<Verifier> question) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = question.applyAsInt(new Verifier(out, !"en".equals(language.getLanguage())));
        List<String> sentences =
                said.toString(StandardCharsets.UTF_8).lines().map(String::strip).toList();
        return switch (code) {
            // The first line is the verdict, which the heading says.
            case Verifier.PROVEN -> new Verdict(Kind.PROVEN, sentences.subList(1, sentences.size()));
            case Verifier.NOT_PROVEN -> new Verdict(Kind.NOT_PROVEN, sentences.subList(1, sentences.size()));
            case Verifier.WRONGLY_CALLED -> new Verdict(Kind.WITHOUT_RECORD, List.of());
            default -> new Verdict(Kind.UNREADABLE, List.of());
        };
    }

    private static List<VerifierKey> trusted(List<LogKey> keys) {
        List<VerifierKey> trusted = new ArrayList<>();
        for (LogKey key : keys) {
            try {
                trusted.add(VerifierKey.parse(key.key()));
            } catch (BadKey e) {
                throw new IllegalStateException("A key of the trail is damaged: " + e.english(), e);
            }
        }
        return trusted;
    }
}
