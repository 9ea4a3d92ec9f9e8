package de.kreiswerk.audit.log.seal;

import de.kreiswerk.audit.log.Platform;
import de.kreiswerk.audit.log.checkpoint.KeyStore;
import de.kreiswerk.audit.log.checkpoint.LogSigner;
import de.kreiswerk.audit.log.checkpoint.Obstacle;
import de.kreiswerk.audit.log.seal.KeyTable.Registered;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.notekit.VerifierKey;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Brings the keys at hand and those that the database knows together. The first key makes the log's name. Another one is taken
 * over only while an older one, which vouches for it, is at hand as well: both then sign. So no database gets a new key by
 * mistake, and nobody has to believe a key that came from nowhere.
 */
final class SealKeys {

    private final Transactions transactions;
    private final AuditTrail trail;
    private final KeyStore store;
    private final Clock clock;
    private VerifierKey unregistered;

    SealKeys(Transactions transactions, AuditTrail trail, KeyStore store, Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Finds the keys, and makes the first one.
     *
     * @param name how the log is called when it has no key yet
     * @param lost names the last key when that is lost, and the one at hand is to replace it
     * @return those that sign, the newest first
     * @throws IOException when there are none that may
     */
    List<LogSigner> open(String name, Lost lost) throws IOException {
        List<LogSigner> signers = store.signers();
        if (signers.isEmpty()) {
            if (!known().isEmpty()) {
                throw new Obstacle(new Text(
                        "Der Schlüssel, der den Prüfpfad signiert, fehlt: "
                                + store.place().german() + ". Legen Sie ihn zurück; bis dahin wird nichts versiegelt.",
                        "The key that signs the trail is missing: "
                                + store.place().english() + ". Put it back; until then nothing is sealed."));
            }
            signers = List.of(store.create(name));
            unregistered = signers.get(0).verifier();
        }
        List<VerifierKey> keys = signers.stream().map(LogSigner::verifier).toList();
        Optional<Text> refusal;
        try {
            List<LogSigner> atHand = signers;
            refusal = transactions.call(tx -> register(tx, atHand, lost));
        } catch (RuntimeException e) {
            discardInVain(keys);
            throw e;
        }
        if (refusal.isPresent()) {
            discardInVain(keys);
            throw new Obstacle(refusal.get());
        }
        unregistered = null;
        return signers;
    }

    /**
     * Takes back the key that this node made while another node registered one: it would be in the way of that. Only when that
     * is certain; whether a commit that failed came through is not, and then the next look finds out.
     */
    private void discardInVain(List<VerifierKey> keys) throws IOException {
        if (unregistered == null || !keys.equals(List.of(unregistered))) {
            return;
        }
        List<VerifierKey> known;
        try {
            known = known();
        } catch (RuntimeException e) {
            return;
        }
        if (!known.isEmpty() && !known.contains(unregistered)) {
            store.discard();
            unregistered = null;
        }
    }

    /**
     * The keys that were ever registered.
     *
     * @return the newest last
     */
    List<VerifierKey> known() {
        return transactions.call(
                tx -> new KeyTable(tx).all().stream().map(Registered::key).toList());
    }

    /**
     * The keys whose signatures are believed.
     *
     * @param signers those at hand
     * @param lost those that the operator named
     * @return those at hand, and those
     */
    List<VerifierKey> trusted(List<LogSigner> signers, Lost lost) {
        List<VerifierKey> trusted =
                new ArrayList<>(signers.stream().map(LogSigner::verifier).toList());
        trusted.addAll(lost.keys());
        return trusted;
    }

    /**
     * What people should know of keys that sign.
     *
     * @param signers those at hand
     * @param lost those that the operator named
     * @return nothing when all is well
     */
    Optional<Text> concern(List<LogSigner> signers, Lost lost) {
        List<VerifierKey> known = known();
        List<VerifierKey> trusted = trusted(signers, lost);
        List<VerifierKey> believed = transactions.call(tx ->
                new KeyTable(tx).believed(trusted).stream().map(Registered::key).toList());
        Optional<VerifierKey> stranger =
                known.stream().filter(each -> !believed.contains(each)).findFirst();
        if (stranger.isPresent()) {
            return Optional.of(new Text(
                    "Die Datenbank nennt einen Schlüssel dieses Prüfpfads, für den keiner bürgt, der hier ist, und er wird"
                            + " niemandem gezeigt: " + stranger.get().text()
                            + ". Entweder hat ihn jemand dort hineingeschrieben, oder er ist von vor einer Aktualisierung,"
                            + " oder er ging verloren. Vergleichen Sie ihn mit dem, was Sie veröffentlicht oder anderswo"
                            + " aufgehoben haben; ist es Ihrer, nehmen Sie ihn in " + Lost.VARIABLE + " auf",
                    "The database names a key of this log for which none at hand vouches, and it is not shown to anybody: "
                            + stranger.get().text()
                            + ". Either somebody put it there, or it is of before an update, or it was"
                            + " lost. Compare it with what you published or kept elsewhere; if it is yours, add it to "
                            + Lost.VARIABLE));
        }
        if (!lost.unreadable().isEmpty()) {
            String unreadable = lost.unreadable().get(0);
            return Optional.of(new Text(
                    "In " + Lost.VARIABLE
                            + " müssen öffentliche Schlüssel in voller Länge stehen, NAME+HASH+KEY, mit Leerzeichen dazwischen;"
                            + " kein Schlüssel ist " + unreadable,
                    Lost.VARIABLE + " must have public keys in full, NAME+HASH+KEY with blanks in between; no key is "
                            + unreadable));
        }
        VerifierKey newest = known.isEmpty() ? null : known.get(known.size() - 1);
        if (newest != null && signers.stream().noneMatch(each -> each.verifier().equals(newest))) {
            return Optional.of(new Text(
                    "Dieser Knoten signiert mit einem Schlüssel, der ersetzt wurde. Legen Sie den neuesten dazu, "
                            + newest.text() + " (" + store.place().german() + ")",
                    "This node signs with a key that was replaced. Add the newest one, " + newest.text() + " ("
                            + store.place().english() + ")"));
        }
        return store.concern();
    }

    private Optional<Text> register(Transaction tx, List<LogSigner> signers, Lost lost) throws SQLException {
        List<VerifierKey> keys = signers.stream().map(LogSigner::verifier).toList();
        KeyTable table = new KeyTable(tx);
        List<VerifierKey> known =
                new ArrayList<>(table.all().stream().map(Registered::key).toList());
        String origin = (known.isEmpty() ? keys : known).get(0).name();
        if (keys.stream().anyMatch(key -> !key.name().equals(origin))) {
            return Optional.of(new Text(
                    "Alle Schlüssel dieses Prüfpfads heißen " + origin + ", und einer hier heißt anders ("
                            + store.place().german() + "). Nehmen Sie ihn heraus; bis dahin wird nichts versiegelt.",
                    "All keys of this log are called " + origin + ", and one here has another name ("
                            + store.place().english() + "). Take it out; until then nothing is sealed."));
        }
        if (!known.isEmpty() && keys.stream().noneMatch(known::contains) && !lost.names(known.get(known.size() - 1))) {
            String right = known.get(known.size() - 1).text();
            return Optional.of(new Text(
                    "Der Schlüssel hier ist nicht der, der diesen Prüfpfad signiert, " + right + " ("
                            + store.place().german() + "). Legen Sie diesen zurück; bis dahin wird nichts versiegelt.",
                    "The key here is not the one that signs this trail, " + right + " ("
                            + store.place().english() + "). Put that one back; until then nothing is sealed."));
        }
        // The last line is the oldest, and a line may stand there twice.
        for (int i = keys.size() - 1; i >= 0; i--) {
            if (!known.contains(keys.get(i))) {
                known.add(keys.get(i));
                add(table, known.size(), keys.get(i));
            }
        }
        new Vouching(tx).add(newestFirst(known, signers), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return Optional.empty();
    }

    /** An older key vouches for a newer one, and not the other way round: the order in which somebody put them there may be wrong. */
    private static List<LogSigner> newestFirst(List<VerifierKey> known, List<LogSigner> signers) {
        return signers.stream()
                .sorted(Comparator.comparing((LogSigner each) -> known.indexOf(each.verifier()))
                        .reversed())
                .toList();
    }

    private void add(KeyTable table, int number, VerifierKey key) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        table.add(number, key, now);
        trail.record(AuditEvent.success(Platform.at(now), "audit", "seal-key.registered", "SealKey", key.hash())
                .with("key", key.text()));
    }
}
