package de.kreiswerk.core.persistence.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** The characters that a database on PostgreSQL keeps, and whether it knows their case. Both are chosen when it is made, and stay. */
final class Encoding {

    private static final String NEEDED = "UTF8";
    private static final String SEE = " See \"Which database\" in docs/operations.md";

    private Encoding() {}

    /**
     * Looks before anything is made.
     *
     * @return what does not work with this locale, for operators; empty when all does
     * @throws IllegalStateException with a sentence for operators when the database cannot keep every character
     */
    static Optional<String> require(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            String encoding = text(statement, "select current_setting('server_encoding')");
            if (!NEEDED.equals(encoding)) {
                throw new IllegalStateException("The database keeps texts in " + encoding
                        + ", where not every character of a proposal has a place: make one with the encoding " + NEEDED
                        + " and move the data there." + SEE);
            }
            boolean knowsCase = "ä".equals(text(statement, "select lower('Ä')"));
            connection.rollback();
            return knowsCase
                    ? Optional.empty()
                    : Optional.of("The locale of the database knows upper and lower case of A to Z only: who searches"
                            + " proposals or persons for words with Ä, Ö, Ü in other case does not find them, such as ärger"
                            + " for Ärger. Move the data into a database with the locale C.UTF-8." + SEE);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
