package de.kreiswerk.audit.log.kept;

import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which records say something of a person. There is no index for that, because it would serve to watch over staff: all are looked
 * through, in parts, so that no transaction is a long one.
 */
public final class Mentions {

    private static final int PART = 10_000;

    private final Transactions transactions;

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
        String pattern = Like.containing('"' + subject + "\":{");
        // Before the numbers: what gets one meanwhile is found there.
        if (transactions.call(tx -> isWithoutNumber(tx, pattern))) {
            return true;
        }
        long last = last();
        for (long after = Math.max(number, transactions.call(tx -> new RetentionTable(tx).minimum()));
                after < last;
                after += PART) {
            long from = after;
            if (!transactions.call(tx -> part(tx, pattern, from, from + PART)).isEmpty()) {
                return true;
            }
        }
        return false;
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
