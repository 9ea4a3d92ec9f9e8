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

    private static final Duration OPEN = Duration.ofDays(PersonRequests.DAYS_OPEN);
    private static final String SELECT =
            "select id, subject, reason, first_day, last_day, asked, asked_by, decision, decided, decided_by"
                    + " from audit_person_request";

    private final Transaction tx;

    RequestTable(Transaction tx) {
        this.tx = tx;
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
    boolean decide(String id, Decision decision, Instant time, String by) throws SQLException {
        try (PreparedStatement update = tx.connection()
                .prepareStatement("update audit_person_request set decision = ?, decided = ?, decided_by = ?"
                        + " where id = ? and decision is null")) {
            update.setString(1, decision.name().toLowerCase(Locale.ROOT));
            update.setTimestamp(2, Timestamp.from(time));
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
                .prepareStatement(SELECT + " where subject <> ? order by case when decision is null then 0 else 1 end,"
                        + " asked desc, id fetch first ? rows only")) {
            select.setString(1, subject);
            select.setInt(2, PersonRequests.LONGEST_LIST);
            return read(select);
        }
    }

    private static List<PersonRequest> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<PersonRequest> requests = new ArrayList<>();
            while (row.next()) {
                String decision = row.getString(8);
                Timestamp decided = row.getTimestamp(9);
                boolean approved = Decision.APPROVED.name().equalsIgnoreCase(decision);
                requests.add(new PersonRequest(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        row.getTimestamp(6).toInstant(),
                        row.getString(7),
                        decision == null ? Decision.OPEN : approved ? Decision.APPROVED : Decision.REFUSED,
                        decided == null ? null : decided.toInstant(),
                        row.getString(10),
                        approved ? decided.toInstant().plus(OPEN) : null));
            }
            return requests;
        }
    }
}
