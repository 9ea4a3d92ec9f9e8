package de.kreiswerk.audit.log.kept;

import de.kreiswerk.audit.api.Hold;
import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Whether a person may be erased: no hold covers them, and the archive has said whether it takes what the trail says of them. */
public final class Erasable {

    private final Transaction tx;
    private final Evidence evidence;

    /**
     * Looks.
     *
     * @param tx the transaction that erases
     * @param evidence tells what the platform decided
     */
    public Erasable(Transaction tx, Evidence evidence) {
        this.tx = tx;
        this.evidence = evidence;
    }

    /**
     * Ends the operation unless the person may be erased. Until the commit nobody places a hold.
     *
     * @param subject the person's random id
     * @throws SQLException when the database fails
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind CONFLICT, code {@code legal-hold} or {@code not-offered}
     */
    public void require(String subject) throws SQLException {
        new RetentionTable(tx).lock();
        if (isHeld(subject)) {
            throw RetentionProblems.held();
        }
        boolean decided = new OfferTable(tx, evidence)
                .waiting().stream().map(Offer::subject).anyMatch(subject::equals);
        if (!decided) {
            throw RetentionProblems.notOffered();
        }
    }

    public boolean isHeld(String subject) throws SQLException {
        for (Hold hold : new HoldTable(tx, evidence).inForce()) {
            boolean covers = hold.subject() != null
                    ? hold.subject().equals(subject)
                    : hold.objectId() == null || isMentioned(subject, hold);
            if (covers) {
                return true;
            }
        }
        return false;
    }

    /** What is held of an object must stay readable: whom its records name is held with it. */
    private boolean isMentioned(String subject, Hold hold) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement(
                        "select 1 from audit_index i join audit_kind k on k.kind = i.kind join audit_order o on o.seq = i.seq"
                                + " join audit_record r on r.ticket = o.ticket where i.object_id = ? and k.object_type = ?"
                                + " and r.canonical like ? escape '!' fetch first 1 rows only")) {
            select.setString(1, hold.objectId());
            select.setString(2, hold.objectType());
            select.setString(3, Mentions.pattern(subject));
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Whether there is anything of a person that could be erased. */
    public static boolean isKnown(Transaction tx, String subject) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select 1 from audit_subject_key where subject = ? and destroyed is null")) {
            select.setString(1, subject);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Whether an offer of what the trail says of a person is under way. */
    public boolean isOffered(String subject) throws SQLException {
        return new OfferTable(tx, evidence)
                .underWay().stream().map(Offer::subject).anyMatch(subject::equals);
    }
}
