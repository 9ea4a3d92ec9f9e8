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

    /** Their numbers up to one, in order. */
    public long[] of(String subject, long last) {
        List<Long> numbers = new ArrayList<>();
        for (long after = transactions.call(tx -> new RetentionTable(tx).minimum()); after < last; after += PART) {
            long from = after;
            numbers.addAll(transactions.call(tx -> part(tx, subject, from, Math.min(from + PART, last))));
        }
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    private static List<Long> part(Transaction tx, String subject, long after, long until) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement("select o.seq from audit_order o join audit_record r on r.ticket = o.ticket"
                        + " where o.seq > ? and o.seq <= ? and r.canonical like ? escape '!' order by o.seq")) {
            select.setLong(1, after);
            select.setLong(2, until);
            select.setString(3, pattern(subject));
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
