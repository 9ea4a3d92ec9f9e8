package de.kreiswerk.audit.log.retention;

import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.log.kept.Evidence;
import de.kreiswerk.audit.log.kept.HoldTable;
import de.kreiswerk.audit.log.kept.OfferTable;
import de.kreiswerk.audit.log.kept.Removed;
import de.kreiswerk.audit.log.kept.RetentionTable;
import de.kreiswerk.core.api.health.Findings;
import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.felix.hc.api.Result;

/** What somebody wrote into the database past the platform so that something goes, or is not shown. None of it is carried out. */
final class PastThePlatform {

    private final Transaction tx;
    private final Evidence evidence;

    PastThePlatform(Transaction tx, Evidence evidence) {
        this.tx = tx;
        this.evidence = evidence;
    }

    /** The first of it. */
    Optional<Result> found() throws SQLException {
        List<Offer> unproven = new OfferTable(tx, evidence).unproven();
        if (!unproven.isEmpty()) {
            return changed(
                    "ein Angebot an das Archiv steht darin, wie die Plattform es nicht geschrieben hat (Angebot "
                            + unproven.get(0).id() + "). Seinetwegen wird nichts gelöscht; nehmen Sie es zurück",
                    "it has an offer to the archive as the platform did not write it (offer "
                            + unproven.get(0).id() + "). Nothing is erased because of it; take it back");
        }
        List<String> lifts = new HoldTable(tx, evidence).unprovenLifts();
        if (!lifts.isEmpty()) {
            return changed(
                    "die Löschsperre " + lifts.get(0)
                            + " steht darin als aufgehoben, was die Plattform nicht war. Sie gilt weiter",
                    "the hold " + lifts.get(0) + " is lifted there, not by the platform. It is still in force");
        }
        Removed removed = new Removed(tx, evidence);
        if (removed.isHiding()) {
            long minimum = new RetentionTable(tx).minimum();
            long gone = removed.reallyGone();
            return changed(
                    "die Einträge bis " + minimum
                            + " gelten darin als entfernt und sind noch da. Entfernt sind die bis " + gone
                            + ": Auf diese Zahl gehört minimum in der Tabelle audit_retention",
                    "the records up to " + minimum + " count there as removed and are still there. Those up to " + gone
                            + " are removed: minimum in the table audit_retention must be this number");
        }
        return Optional.empty();
    }

    private static Optional<Result> changed(String german, String english) {
        return Optional.of(Findings.critical(
                "Die Datenbank wurde an der Plattform vorbei geändert: " + german,
                "The database was changed past the platform: " + english));
    }
}
