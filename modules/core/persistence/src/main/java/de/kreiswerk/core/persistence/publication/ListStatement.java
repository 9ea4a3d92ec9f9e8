package de.kreiswerk.core.persistence.publication;

import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.PublicQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A query of the public read model as one statement: read by key, so that the page deep in a list costs what the first does. */
final class ListStatement {

    private final PublicQuery query;
    private final String columns;
    private final String table;

    ListStatement(PublicQuery query) {
        this(query, PublicTables.COLUMNS, "public_object");
    }

    /** Of objects in the form in which they are kept; a search by words needs their content. */
    static ListStatement formed(PublicQuery query) {
        return new ListStatement(query, "o.path, o.form, o.bytes", "public_formed");
    }

    private ListStatement(PublicQuery query, String columns, String table) {
        this.query = query;
        this.columns = columns;
        this.table = table;
    }

    List<PublicObject> run(Connection connection) throws SQLException {
        return run(connection, PublicTables::object);
    }

    <T> List<T> run(Connection connection, Reading<T> reading) throws SQLException {
        String[] changed = new ChangedObjects(table).of(connection, query);
        Built built = changed == null ? along() : among(connection.createArrayOf("varchar", changed));
        if (built.parameters.stream().anyMatch(value -> value instanceof String text && text.indexOf('\0') >= 0)) {
            // PostgreSQL keeps no NUL, so nothing has one, and fails when it is asked for one.
            return List.of();
        }
        try (PreparedStatement select = connection.prepareStatement(built.sql.toString())) {
            int position = 1;
            for (Object parameter : built.parameters) {
                select.setObject(position++, parameter);
            }
            try (ResultSet row = select.executeQuery()) {
                List<T> objects = new ArrayList<>();
                while (row.next()) {
                    objects.add(reading.of(row));
                }
                return objects;
            }
        }
    }

    /** Reads along the list, until the page is full. */
    Built along() {
        Built built = new Built();
        built.conditions();
        // H2 follows the index only when all of its columns are named; otherwise it reads the whole list and sorts it.
        return built.inOrderOf("l.list", "l.sort_key");
    }

    /** Looks only at some objects: after few changes they are found in an index, while the list may be long. */
    Built among(Object paths) {
        Built built = new Built();
        built.condition("l.path = any(?)", paths);
        built.conditions();
        // Not in the order of the list's index, which H2 would follow then.
        return built.inOrderOf("l.sort_key");
    }

    /** A statement with its parameters. */
    final class Built {

        private final StringBuilder sql;
        private final List<Object> parameters = new ArrayList<>();
        private String next = " where ";

        private Built() {
            sql = new StringBuilder("select l.sort_key, ")
                    .append(columns)
                    .append(" from public_list l join ")
                    .append(table)
                    .append(" o on o.path = l.path");
        }

        String sql() {
            return sql.toString();
        }

        private void conditions() {
            condition("l.list = ?", query.list());
            condition(query.descending() ? "l.sort_key < ?" : "l.sort_key > ?", query.after());
            if (!query.deleted()) {
                condition("o.deleted = ?", false);
            }
            condition("o.created >= ?", time(query.createdSince()));
            condition("o.created < ?", time(query.createdBefore()));
            condition("o.modified >= ?", time(query.modifiedSince()));
            condition("o.modified < ?", time(query.modifiedBefore()));
            for (String list : query.alsoIn()) {
                condition("exists (select 1 from public_list x where x.list = ? and x.path = l.path)", list);
            }
            SearchWords.of(query.text()).forEach(this::word);
        }

        private void word(Set<String> spellings) {
            String any = spellings.stream()
                    .map(spelling -> "o.words like ? escape '!'")
                    .collect(Collectors.joining(" or ", "(", ")"));
            condition(
                    any,
                    spellings.stream()
                            .map(spelling -> "%" + literally(spelling) + "%")
                            .toList());
        }

        private Built inOrderOf(String... names) {
            String direction = query.descending() ? " desc" : "";
            sql.append(Stream.of(names)
                            .map(name -> name + direction)
                            .collect(Collectors.joining(", ", " order by ", "")))
                    .append(" fetch first ? rows only");
            parameters.add(query.limit());
            return this;
        }

        private void condition(String condition, Object parameter) {
            if (parameter != null) {
                condition(condition, List.of(parameter));
            }
        }

        private void condition(String condition, List<?> each) {
            sql.append(next).append(condition);
            next = " and ";
            parameters.addAll(each);
        }
    }

    /** What is made of a row. */
    interface Reading<T> {

        T of(ResultSet row) throws SQLException;
    }

    private static String literally(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    static Timestamp time(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
