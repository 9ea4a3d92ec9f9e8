package de.kreiswerk.audit.log.persons;

import de.kreiswerk.audit.api.PersonRequest;
import de.kreiswerk.audit.api.PersonRequest.Decision;
import de.kreiswerk.audit.api.PersonRequests;
import de.kreiswerk.core.api.persistence.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Requests about persons. */
final class RequestTable {

    private static final Duration UNDECIDED = Duration.ofDays(PersonRequests.DAYS_UNDECIDED);
    private static final Duration OPEN = Duration.ofDays(PersonRequests.DAYS_OPEN);
    private static final String SELECT =
            "select id, subject, reason, first_day, last_day, asked, asked_by, decision, decided, decided_by"
                    + " from audit_person_request";

    private final Transaction tx;
    private final Instant now;

    RequestTable(Transaction tx, Instant now) {
        this.tx = tx;
        this.now = now;
    }

    void add(PersonRequest request) throws SQLException {
        try (PreparedStatement insert = tx.connection()
                .prepareStatement("insert into audit_person_request (id, subject, reason, first_day, last_day, asked,"
                        + " asked_by) values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, request.id());
            insert.setString(2, request.subject());
            insert.setString(3, request.reason());
            insert.setObject(4, request.firstDay());
            insert.setObject(5, request.lastDay());
            insert.setTimestamp(6, Timestamp.from(request.asked()));
            insert.setString(7, request.askedBy());
            insert.executeUpdate();
        }
    }

    /** False when somebody else was faster. */
    boolean decide(String id, Decision decision, String by) throws SQLException {
        try (PreparedStatement update = tx.connection()
                .prepareStatement("update audit_person_request set decision = ?, decided = ?, decided_by = ?"
                        + " where id = ? and decision is null")) {
            update.setString(1, decision.name().toLowerCase(Locale.ROOT));
            update.setTimestamp(2, Timestamp.from(now));
            update.setString(3, by);
            update.setString(4, id);
            return update.executeUpdate() == 1;
        }
    }

    Optional<PersonRequest> find(String id) throws SQLException {
        try (PreparedStatement select = tx.connection().prepareStatement(SELECT + " where id = ?")) {
            select.setString(1, id);
            return read(select).stream().findFirst();
        }
    }

    /** What somebody asked for, the newest first. */
    List<PersonRequest> by(String asker) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement(SELECT + " where asked_by = ? order by asked desc, id fetch first ? rows only")) {
            select.setString(1, asker);
            select.setInt(2, PersonRequests.LONGEST_LIST);
            return read(select);
        }
    }

    /** What is not about somebody, open ones first. */
    List<PersonRequest> notAbout(String subject) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement(
                        SELECT + " where subject <> ? order by case when decision is null and asked > ? then 0"
                                + " else 1 end, asked desc, id fetch first ? rows only")) {
            select.setString(1, subject);
            select.setTimestamp(2, Timestamp.from(now.minus(UNDECIDED)));
            select.setInt(3, PersonRequests.LONGEST_LIST);
            return read(select);
        }
    }

    private List<PersonRequest> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<PersonRequest> requests = new ArrayList<>();
            while (row.next()) {
                String decision = row.getString(8);
                Timestamp decided = row.getTimestamp(9);
                Instant asked = row.getTimestamp(6).toInstant();
                boolean approved = Decision.APPROVED.name().equalsIgnoreCase(decision);
                Instant ends = approved ? decided.toInstant().plus(OPEN) : null;
                requests.add(new PersonRequest(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        asked,
                        row.getString(7),
                        decision == null ? undecided(asked) : approved ? approved(ends) : Decision.REFUSED,
                        decided == null ? null : decided.toInstant(),
                        row.getString(10),
                        ends));
            }
            return requests;
        }
    }

    private Decision undecided(Instant asked) {
        return now.isBefore(asked.plus(UNDECIDED)) ? Decision.OPEN : Decision.LAPSED;
    }

    private Decision approved(Instant ends) {
        return now.isBefore(ends) ? Decision.APPROVED : Decision.ENDED;
    }
}
