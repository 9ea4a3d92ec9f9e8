package de.kreiswerk.audit.log.kept;

import de.kreiswerk.audit.api.Hold;
import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.problem.ProblemException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

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
     * @return the offer that the archive has decided on
     * @throws SQLException when the database fails
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind CONFLICT, code {@code legal-hold} or {@code not-offered}; of
     *     kind UNAVAILABLE, code {@code index-behind}, while it cannot be said whether a hold of an object covers them
     */
    public Offer require(String subject) throws SQLException {
        new RetentionTable(tx).lock();
        Optional<ProblemException> hold = hold(subject);
        if (hold.isPresent()) {
            throw hold.get();
        }
        return new OfferTable(tx, evidence)
                .waiting().stream()
                        .filter(offer -> subject.equals(offer.subject()))
                        .findFirst()
                        .orElseThrow(RetentionProblems::notOffered);
    }

    /**
     * The hold that keeps what the trail says of a person.
     *
     * @param subject the person's random id
     * @return what to tell who wants it to go, also while it cannot be said whether there is one; empty when there is none
     * @throws SQLException when the database fails
     */
    public Optional<ProblemException> hold(String subject) throws SQLException {
        List<Hold> holds = new HoldTable(tx, evidence).inForce();
        if (holds.stream().anyMatch(hold -> !isOfObject(hold) && covers(hold, subject))) {
            return Optional.of(RetentionProblems.held());
        }
        List<Hold> objects = holds.stream().filter(Erasable::isOfObject).toList();
        HeldPersons persons = new HeldPersons(tx);
        for (Hold hold : objects) {
            if (persons.areNamed(subject, hold)) {
                return Optional.of(RetentionProblems.held());
            }
        }
        return objects.isEmpty() || persons.isIndexed()
                ? Optional.empty()
                : Optional.of(RetentionProblems.indexBehind());
    }

    private static boolean isOfObject(Hold hold) {
        return hold.objectId() != null && hold.subject() == null;
    }

    /** One of a person, or of everything. */
    private static boolean covers(Hold hold, String subject) {
        return hold.subject() == null || hold.subject().equals(subject);
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
