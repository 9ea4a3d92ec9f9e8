package de.kreiswerk.audit.web;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.Checkpoint;
import de.kreiswerk.audit.api.ConsistencyProof;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signed state that somebody kept. Nothing of it is believed here: the verifier says whether it is genuine.
 *
 * @param bytes the file
 * @param size how many records it says it covers
 */
record KeptState(byte[] bytes, long size) {

    /** The first three lines of a checkpoint (C2SP tlog-checkpoint): the trail, how many records, the root. */
    private static final Pattern FORM =
            Pattern.compile("[^\r\n]+\r?\n([1-9][0-9]{0,17})\r?\n[A-Za-z0-9+/]{43}=\r?\n.*", Pattern.DOTALL);

    /** Reads one, when a file has the form of one. */
    static Optional<KeptState> read(byte[] file) {
        Matcher form = FORM.matcher(new String(file, StandardCharsets.UTF_8));
        return form.matches() ? Optional.of(new KeptState(file, Long.parseLong(form.group(1)))) : Optional.empty();
    }

    /**
     * What proves that the trail continues it.
     *
     * @param newest the newest state of the trail; when that covers less, it is all that can be shown
     */
    byte[] proof(AuditLog log, Checkpoint newest) {
        if (size > newest.size()) {
            return text(List.of(), newest);
        }
        ConsistencyProof proof = log.consistency(size, null);
        return text(proof.hashes(), proof.checkpoint());
    }

    private byte[] text(List<String> hashes, Checkpoint later) {
        StringBuilder text = new StringBuilder("old ").append(size).append('\n');
        hashes.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(later.note()).toString().getBytes(StandardCharsets.UTF_8);
    }
}
