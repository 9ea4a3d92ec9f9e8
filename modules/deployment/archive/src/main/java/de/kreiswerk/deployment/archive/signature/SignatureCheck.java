package de.kreiswerk.deployment.archive.signature;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.notekit.BadNote;
import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.deployment.archive.Archive;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds out what an archive's signature is worth. An archive that is not as signed is that whoever signed; after this one good
 * signature suffices, so that keys can be exchanged; a revoked key outweighs one whose period is over.
 */
public final class SignatureCheck {

    private SignatureCheck() {}

    /**
     * Checks.
     *
     * @param archive the archive
     * @param keys the keys that count for it, revoked ones included
     * @param now the time
     * @return what was found
     */
    public static SignatureReport check(Archive archive, Collection<TrustedKey> keys, Instant now) {
        Optional<byte[]> file = archive.note();
        if (file.isEmpty()) {
            return unsigned();
        }
        try {
            Note note = Note.parse(file.get());
            return note.signatures().isEmpty() ? unsigned() : check(archive, note, keys, now);
        } catch (BadNote e) {
            return report(SignatureState.MODIFIED, null, new Text(e.german(), e.english()));
        }
    }

    private static SignatureReport check(Archive archive, Note note, Collection<TrustedKey> keys, Instant now) {
        if (!note.text().equals(SignedText.of(archive))) {
            return modified(archive, note);
        }
        List<TrustedKey> signers =
                keys.stream().filter(each -> !note.by(each.key()).isEmpty()).toList();
        Optional<TrustedKey> forged = first(signers, each -> !note.isSignedBy(each.key()));
        if (forged.isPresent()) {
            return forged(forged.get());
        }
        List<TrustedKey> counting = signers.stream()
                .filter(each -> each.counts(now) && !isRevoked(each, signers, now))
                .toList();
        if (!counting.isEmpty()) {
            return valid(counting, signers);
        }
        return first(signers, each -> each.isRevoked(now))
                .map(SignatureCheck::revoked)
                .or(() -> signers.stream().findFirst().map(each -> outOfPeriod(each, now)))
                .map(report -> new SignatureReport(report.state(), report.key(), signers, report.sentence()))
                .orElseGet(() -> unknown(note));
    }

    /** Also when the same key was registered once more. */
    private static boolean isRevoked(TrustedKey key, List<TrustedKey> keys, Instant now) {
        return keys.stream().anyMatch(each -> each.key().equals(key.key()) && each.isRevoked(now));
    }

    private static Optional<TrustedKey> first(List<TrustedKey> keys, Predicate<TrustedKey> rule) {
        return keys.stream().filter(rule).findFirst();
    }

    private static SignatureReport unsigned() {
        return report(
                SignatureState.UNSIGNED,
                null,
                new Text("Das Archiv ist nicht signiert.", "The archive is not signed."));
    }

    private static SignatureReport modified(Archive archive, Note note) {
        return report(SignatureState.MODIFIED, null, Difference.between(note.text(), SignedText.of(archive)));
    }

    private static SignatureReport forged(TrustedKey key) {
        return report(
                SignatureState.MODIFIED,
                key,
                new Text(
                        "Die Signatur von „" + key.signer() + "“ passt nicht zum Archiv.",
                        "The signature of '" + key.signer() + "' does not match the archive."));
    }

    private static SignatureReport valid(List<TrustedKey> counting, List<TrustedKey> signers) {
        List<String> names = counting.stream().map(TrustedKey::signer).toList();
        return new SignatureReport(
                SignatureState.VALID,
                Optional.of(counting.get(0)),
                signers,
                new Text(
                        "Signiert von „" + String.join("“, „", names) + "“ und seitdem unverändert.",
                        "Signed by '" + String.join("', '", names) + "' and unchanged since then."));
    }

    private static SignatureReport revoked(TrustedKey key) {
        return report(
                SignatureState.REVOKED,
                key,
                new Text(
                        "Der Schlüssel von „" + key.signer() + "“, mit dem das Archiv signiert ist, wurde widerrufen.",
                        "The key of '" + key.signer() + "' with which the archive is signed was revoked."));
    }

    private static SignatureReport outOfPeriod(TrustedKey key, Instant now) {
        String german = key.hasBegun(now) ? "ist abgelaufen" : "gilt noch nicht";
        String english = key.hasBegun(now) ? "has expired" : "is not valid yet";
        return report(
                SignatureState.EXPIRED,
                key,
                new Text(
                        "Der Schlüssel von „" + key.signer() + "“, mit dem das Archiv signiert ist, " + german + ".",
                        "The key of '" + key.signer() + "' with which the archive is signed " + english + "."));
    }

    private static SignatureReport unknown(Note note) {
        String names = String.join(
                ", ",
                note.signatures().stream()
                        .limit(5)
                        .map(each -> each.name() + "+" + each.hash())
                        .toList());
        return report(
                SignatureState.UNKNOWN_SIGNER,
                null,
                new Text(
                        "Kein Schlüssel, mit dem das Archiv signiert ist, ist hier registriert: " + names + ".",
                        "No key with which the archive is signed is registered here: " + names + "."));
    }

    private static SignatureReport report(SignatureState state, TrustedKey key, Text sentence) {
        return new SignatureReport(state, Optional.ofNullable(key), List.of(), sentence);
    }
}
