package de.kreiswerk.audit.log.kept;

import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Which records say something of a person. There is no index for that, because it would serve to watch over staff: all are looked
 * through, in parts, so that no transaction is a long one.
 */
public final class Mentions {

    private static final int PART = 10_000;

    private final Transactions transactions;

    /**
     * How far was looked.
     *
     * @param until the number of the last record that was looked at
     * @param isFound whether something is there
     */
    public record Look(long until, boolean isFound) {}

    public Mentions(Transactions transactions) {
        this.transactions = transactions;
    }

    /** As the person's id stands in a record: in quotes, which no other text of it has unescaped. */
    public static String pattern(String subject) {
        return Like.containing('"' + subject + '"');
    }

    /**
     * Whether what is sealed for a person came behind a number, that is what goes with their key. Where only their random id stands nothing
     * goes.
     */
    public boolean isSealedBehind(String subject, long number) {
        return lookBehind(subject, number, () -> true).isFound();
    }

    /**
     * The same for as long as there is time, a part at least: it can go on later behind what was looked at.
     */
    public Look lookBehind(String subject, long number, BooleanSupplier hasTime) {
        String pattern = Like.containing('"' + subject + "\":{");
        // Before the numbers: what gets one meanwhile is found there.
        if (transactions.call(tx -> isWithoutNumber(tx, pattern))) {
            return new Look(number, true);
        }
        long last = last();
        long after = Math.max(number, transactions.call(tx -> new RetentionTable(tx).minimum()));
        while (after < last) {
            long from = after;
            long until = Math.min(from + PART, last);
            if (!transactions.call(tx -> part(tx, pattern, from, until)).isEmpty()) {
                return new Look(from, true);
            }
            after = until;
            if (!hasTime.getAsBoolean()) {
                break;
            }
        }
        return new Look(after, false);
    }

    private static boolean isWithoutNumber(Transaction tx, String pattern) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select 1 from audit_pending p join audit_record r on r.ticket = p.ticket"
                        + " where r.canonical like ? escape '!' fetch first 1 rows only")) {
            select.setString(1, pattern);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** The number of the last record that has one; 0 when none has. */
    public long last() {
        return transactions.call(Mentions::last);
    }

    private static long last(Transaction tx) throws SQLException {
        try (PreparedStatement select = tx.connection().prepareStatement("select max(seq) from audit_order");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Their numbers up to one, in order. */
    public long[] of(String subject, long last) {
        List<Long> numbers = new ArrayList<>();
        for (long after = transactions.call(tx -> new RetentionTable(tx).minimum()); after < last; after += PART) {
            long from = after;
            numbers.addAll(transactions.call(tx -> part(tx, pattern(subject), from, Math.min(from + PART, last))));
        }
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    private static List<Long> part(Transaction tx, String pattern, long after, long until) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select o.seq from audit_order o join audit_record r on r.ticket = o.ticket"
                        + " where o.seq > ? and o.seq <= ? and r.canonical like ? escape '!' order by o.seq")) {
            select.setLong(1, after);
            select.setLong(2, until);
            select.setString(3, pattern);
            try (ResultSet row = select.executeQuery()) {
                List<Long> numbers = new ArrayList<>();
                while (row.next()) {
                    numbers.add(row.getLong(1));
                }
                return numbers;
            }
        }
    }
}
