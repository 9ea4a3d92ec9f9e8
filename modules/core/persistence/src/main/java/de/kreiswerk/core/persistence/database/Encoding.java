package de.kreiswerk.core.persistence.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;

/** The characters that a database on PostgreSQL keeps, and whether it knows their case. Both are chosen when it is made, and stay. */
final class Encoding {

    private static final String NEEDED = "UTF8";
    /** Keeps every byte as it comes. */
    private static final String BYTES = "SQL_ASCII";

    private static final String SEE = " See \"Which database\" in docs/operations.md";

    private Encoding() {}

    /**
     * What does not work, for operators.
     *
     * @param loses whether something cannot be written
     * @param words what, and what to do
     */
    record Concern(boolean loses, String words) {

        void log(Logger log) {
            if (loses) {
                log.error(words);
            } else {
                log.warn(words);
            }
        }
    }

    /**
     * Looks before anything is made. Where Kreiswerk runs already it goes on: who updates it cannot move the data at that moment.
     *
     * @return what does not work; empty when all does
     * @throws IllegalStateException with a sentence for operators when a new database cannot keep every character
     */
    static List<Concern> require(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            List<Concern> concerns = new ArrayList<>();
            String encoding = text(statement, "select current_setting('server_encoding')");
            if (BYTES.equals(encoding)) {
                concerns.add(new Concern(
                        false,
                        "The database keeps texts as bytes, in " + BYTES
                                + ": every character has a place, but a letter such"
                                + " as Ä counts as two, so a long text may be refused. Move the data into a database with the"
                                + " encoding " + NEEDED + "." + SEE));
            } else if (!NEEDED.equals(encoding)) {
                concerns.add(requireInUse(statement, encoding));
            }
            if (!"ä".equals(text(statement, "select lower('Ä')"))) {
                concerns.add(new Concern(
                        false,
                        "The locale of the database knows upper and lower case of A to Z only: who searches"
                                + " proposals or persons for words with Ä, Ö, Ü in other case does not find them, such as ärger"
                                + " for Ärger. Move the data into a database with the locale C.UTF-8." + SEE));
            }
            connection.rollback();
            return concerns;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static Concern requireInUse(Statement statement, String encoding) throws SQLException {
        if (text(statement, "select to_regclass('" + Migrations.HISTORY + SchemaScripts.CORE + "')") == null) {
            throw new IllegalStateException("The database keeps texts in " + encoding
                    + ", where not every character of a proposal has a place: make one with the encoding " + NEEDED
                    + "." + SEE);
        }
        return new Concern(
                true,
                "The database keeps texts in " + encoding
                        + ", where not every character of a proposal has a place: what has"
                        + " another one, such as ☒ or →, cannot be stored, and fails. Move the data into a database with the"
                        + " encoding " + NEEDED + "." + SEE);
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
