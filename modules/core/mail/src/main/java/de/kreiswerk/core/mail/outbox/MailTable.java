package de.kreiswerk.core.mail.outbox;

import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.mail.smtp.Fault;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and writes the table {@code mail_outbox} within a transaction. */
final class MailTable {

    private static final String SELECT =
            "select id, kind, about, state, recipient, subject, content, created, not_after,"
                    + " attempts, next_attempt, last_attempt, sending, fault, reply, finished from mail_outbox";

    private final Transaction tx;

    MailTable(Transaction tx) {
        this.tx = tx;
    }

    void insert(StoredMail mail) throws SQLException {
        update(
                "insert into mail_outbox (id, kind, about, state, recipient, subject, content, created, not_after, attempts,"
                        + " next_attempt) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                mail.id(),
                mail.kind(),
                mail.about(),
                mail.state().name(),
                mail.recipient(),
                mail.subject(),
                mail.content(),
                mail.created(),
                mail.notAfter(),
                mail.attempts(),
                mail.nextAttempt());
    }

    /** The one that has been due for the longest. */
    Optional<StoredMail> due(Instant now) throws SQLException {
        return list(
                        SELECT + " where state = ? and next_attempt <= ? order by next_attempt, id"
                                + " fetch first 1 rows only",
                        MailState.WAITING.name(),
                        now)
                .stream()
                .findFirst();
    }

    Optional<MailState> state(String id) throws SQLException {
        try (PreparedStatement select = prepared("select state from mail_outbox where id = ?", id);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(MailState.valueOf(row.getString(1))) : Optional.empty();
        }
    }

    /** Holds the row, so that changes of one mail come one after the other. */
    Optional<StoredMail> lock(String id) throws SQLException {
        // PostgreSQL keeps no NUL and fails when it is asked for one.
        return id.indexOf('\0') >= 0
                ? Optional.empty()
                : list(SELECT + " where id = ? for update", id).stream().findFirst();
    }

    /** What waits first, then what failed, then the rest; each the newest first. */
    List<StoredMail> newest(MailState only, int limit) throws SQLException {
        String order =
                " order by case state when 'WAITING' then 0 when 'FAILED' then 1 else 2 end, created desc, id desc"
                        + " fetch first ? rows only";
        return only == null
                ? list(SELECT + order, limit)
                : list(SELECT + " where state = ?" + order, only.name(), limit);
    }

    void begin(String id, Instant now) throws SQLException {
        update(
                "update mail_outbox set attempts = attempts + 1, last_attempt = ?, sending = ? where id = ?",
                now,
                now,
                id);
    }

    /** It was sent: that is so, whatever was wanted meanwhile. */
    void sent(String id, Instant now) throws SQLException {
        update(
                "update mail_outbox set state = ?, content = null, sending = null, fault = null, reply = null, finished = ?"
                        + " where id = ?",
                MailState.SENT.name(),
                now,
                id);
    }

    boolean failed(String id, Fault fault, String reply, Instant next) throws SQLException {
        return update(
                        "update mail_outbox set sending = null, fault = ?, reply = ?, next_attempt = ? where id = ? and state = ?",
                        fault.name(),
                        reply,
                        next,
                        id,
                        MailState.WAITING.name())
                == 1;
    }

    /** What it says is kept while it can be sent again. */
    boolean givenUp(String id, Fault fault, String reply, Instant now) throws SQLException {
        return update(
                        "update mail_outbox set state = ?, sending = null, fault = ?, reply = ?, finished = ?"
                                + " where id = ? and state = ?",
                        MailState.FAILED.name(),
                        fault.name(),
                        reply,
                        now,
                        id,
                        MailState.WAITING.name())
                == 1;
    }

    void cancel(String id, Instant now) throws SQLException {
        update(
                "update mail_outbox set state = ?, content = null, sending = null, finished = ? where id = ?",
                MailState.CANCELLED.name(),
                now,
                id);
    }

    void again(String id, Instant now) throws SQLException {
        update(
                "update mail_outbox set state = ?, attempts = 0, next_attempt = ?, sending = null, finished = null where id = ?",
                MailState.WAITING.name(),
                now,
                id);
    }

    List<StoredMail> expiring(Instant now, int limit) throws SQLException {
        return list(
                SELECT + " where state = ? and not_after <= ? order by not_after, id fetch first ? rows only",
                MailState.WAITING.name(),
                now,
                limit);
    }

    boolean expire(String id, Instant now) throws SQLException {
        return update(
                        "update mail_outbox set state = ?, content = null, sending = null, finished = ?"
                                + " where id = ? and state = ?",
                        MailState.EXPIRED.name(),
                        now,
                        id,
                        MailState.WAITING.name())
                == 1;
    }

    /** Of what failed and cannot be sent again any more. */
    void forgetContent(Instant now) throws SQLException {
        update(
                "update mail_outbox set content = null where state = ? and content is not null and not_after <= ?",
                MailState.FAILED.name(),
                now);
    }

    void forget(Instant before) throws SQLException {
        update("delete from mail_outbox where finished < ?", before);
    }

    long count(MailState state) throws SQLException {
        return number("select count(*) from mail_outbox where state = ?", state.name());
    }

    long failedSince(Instant since) throws SQLException {
        return number(
                "select count(*) from mail_outbox where state = ? and finished >= ?", MailState.FAILED.name(), since);
    }

    Optional<Instant> oldestWaiting() throws SQLException {
        try (PreparedStatement select =
                        prepared("select min(created) from mail_outbox where state = ?", MailState.WAITING.name());
                ResultSet row = select.executeQuery()) {
            row.next();
            return Optional.ofNullable(instant(row, 1));
        }
    }

    private long number(String sql, Object... values) throws SQLException {
        try (PreparedStatement select = prepared(sql, values);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<StoredMail> list(String sql, Object... values) throws SQLException {
        try (PreparedStatement select = prepared(sql, values);
                ResultSet rows = select.executeQuery()) {
            List<StoredMail> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mail(rows));
            }
            return found;
        }
    }

    private static StoredMail mail(ResultSet row) throws SQLException {
        String fault = row.getString(14);
        return new StoredMail(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                MailState.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                instant(row, 8),
                instant(row, 9),
                row.getInt(10),
                instant(row, 11),
                instant(row, 12),
                instant(row, 13),
                fault == null ? null : Fault.valueOf(fault),
                row.getString(15),
                instant(row, 16));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement update = prepared(sql, values)) {
            return update.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = tx.connection().prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof Instant time ? Timestamp.from(time) : values[i]);
        }
        return statement;
    }
}
