package de.kreiswerk.audit.log.retention;

import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.log.kept.Evidence;
import de.kreiswerk.audit.log.kept.HoldTable;
import de.kreiswerk.audit.log.kept.Named;
import de.kreiswerk.audit.log.kept.OfferTable;
import de.kreiswerk.audit.log.kept.Removed;
import de.kreiswerk.audit.log.kept.RetentionTable;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.text.Text;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What somebody wrote into the database past the platform so that something goes, or is not shown. None of it is carried out. */
final class PastThePlatform {

    private final Transaction tx;
    private final Evidence evidence;
    private final List<Text> found = new ArrayList<>();

    PastThePlatform(Transaction tx, Evidence evidence) {
        this.tx = tx;
        this.evidence = evidence;
    }

    /** All of it: one thing, which perhaps nobody can take back, hides no other. */
    List<Text> found() throws SQLException {
        OfferTable offers = new OfferTable(tx, evidence);
        List<Offer> unproven = offers.unproven();
        if (!unproven.isEmpty()) {
            Text named = Named.of(unproven.stream().map(Offer::id).toList());
            changed(
                    "Angebote an das Archiv stehen darin, wie die Plattform sie nicht geschrieben hat (Angebot "
                            + named.german() + "). Ihretwegen wird nichts gelöscht; nehmen Sie sie zurück",
                    "it has offers to the archive as the platform did not write them (offer " + named.english()
                            + "). Nothing is erased because of them; take them back");
        }
        List<Offer> ended = offers.endedOtherwise();
        if (!ended.isEmpty()) {
            Text named = Named.of(ended.stream().map(Offer::id).toList());
            changed(
                    "Angebote an das Archiv stehen darin als erledigt oder zurückgenommen, und die Plattform hat das nicht"
                            + " getan (Angebot " + named.german()
                            + "). Bieten Sie neu an, was noch gehen soll, und löschen"
                            + " Sie danach diese Zeilen aus der Tabelle audit_offer",
                    "offers to the archive are settled or taken back there, not by the platform (offer "
                            + named.english() + "). Offer anew what is still to go, then delete these rows from the"
                            + " table audit_offer");
        }
        List<Offer> inVain = offers.doneInVain();
        if (!inVain.isEmpty()) {
            Text named = Named.of(inVain.stream().map(Offer::id).toList());
            changed(
                    "was Angebote an das Archiv umfassten, steht darin als gelöscht und ist noch da (Angebot "
                            + named.german() + "). Bieten Sie es neu an, und löschen Sie danach diese"
                            + " Zeilen aus der Tabelle audit_offer",
                    "what offers to the archive held is erased there, and still there (offer " + named.english()
                            + "). Offer it anew, then delete these rows from the table audit_offer");
        }
        List<String> lifts = new HoldTable(tx, evidence).unprovenLifts();
        if (!lifts.isEmpty()) {
            Text named = Named.of(lifts);
            changed(
                    "Löschsperren stehen darin als aufgehoben, die es nicht sind (Löschsperre " + named.german()
                            + "). Sie gelten weiter",
                    "holds are lifted there, not by the platform (hold " + named.english()
                            + "). They are still in force");
        }
        Removed removed = new Removed(tx, evidence);
        if (removed.isHiding()) {
            long minimum = new RetentionTable(tx).minimum();
            long gone = removed.reallyGone();
            changed(
                    "die Einträge bis " + minimum
                            + " gelten darin als entfernt und sind noch da. Entfernt sind die bis " + gone
                            + ": Auf diese Zahl gehört minimum in der Tabelle audit_retention",
                    "the records up to " + minimum + " count there as removed and are still there. Those up to " + gone
                            + " are removed: minimum in the table audit_retention must be this number");
        }
        return List.copyOf(found);
    }

    private void changed(String german, String english) {
        found.add(new Text(
                "Die Datenbank wurde an der Plattform vorbei geändert: " + german,
                "The database was changed past the platform: " + english));
    }
}
