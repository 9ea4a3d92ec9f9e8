package de.kreiswerk.audit.log.kept;

import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The reasons of requests about persons, in plain for whoever decides. What somebody typed goes with them, and with whom it is about. In
 * the record it is sealed with the key of whom it is about, and goes when that is destroyed.
 */
public final class TypedReasons {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.GERMANY).withZone(ZoneId.of("Europe/Berlin"));

    private final Transaction tx;

    /**
     * Erases.
     *
     * @param tx the transaction to do it in
     */
    public TypedReasons(Transaction tx) {
        this.tx = tx;
    }

    /**
     * Erases those that a person gave, and those that were given about them. The requests stay.
     *
     * @param subject the person's random id
     * @param time when they were erased
     * @throws SQLException when the database fails
     */
    public void erase(String subject, Instant time) throws SQLException {
        String erased = "gelöscht am " + DAY.format(time) + " (erased)";
        try (PreparedStatement update = tx.connection()
                .prepareStatement("update audit_person_request set reason = ?"
                        + " where (subject = ? or asked_by = ?) and reason <> ?")) {
            update.setString(1, erased);
            update.setString(2, subject);
            update.setString(3, subject);
            update.setString(4, erased);
            update.executeUpdate();
        }
    }
}
