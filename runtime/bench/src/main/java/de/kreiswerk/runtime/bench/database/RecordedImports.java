package de.kreiswerk.runtime.bench.database;

import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What imports left in a database, row by row, to be written again under other keys: the same tables, the same columns, the
 * same sizes.
 */
public final class RecordedImports {

    /** Rows in the order in which they refer to each other; the question mark is the paper's id. */
    private static final List<String> QUERIES = List.of(
            "select * from paper where id = ?",
            "select * from paper_slug where paper_id = ?",
            "select * from paper_version where paper_id = ?",
            "select * from consultation where paper_id = ? order by position",
            "select * from public_object where path = '/paper/' || ?",
            "select * from public_formed where path = '/paper/' || ?",
            "select * from public_list where path = '/paper/' || ?",
            "select * from public_address where path = '/paper/' || ?",
            "select o.* from public_object o join consultation c on o.path = '/consultation/' || c.id"
                    + " where c.paper_id = ? order by c.position",
            "select f.* from public_formed f join consultation c on f.path = '/consultation/' || c.id"
                    + " where c.paper_id = ? order by c.position",
            "select l.* from public_list l join consultation c on l.path = '/consultation/' || c.id"
                    + " where c.paper_id = ? order by c.position");

    private static final String CONSULTATIONS = "select id from consultation where paper_id = ? order by position";

    private static final String RECORDS =
            "select id, recorded, area, action, object_type, object_id, canonical from audit_record where object_id = ?";

    private final List<Import> imports;

    private RecordedImports(List<Import> imports) {
        this.imports = imports;
    }

    /**
     * A row.
     *
     * @param insert the statement that writes it
     * @param values its values
     */
    record Row(String insert, List<Object> values) {}

    /**
     * What one import wrote.
     *
     * @param id the paper's id
     * @param reference the paper's Vorlagennummer
     * @param slug the last part of its address
     * @param consultations the ids of its consultations
     * @param rows everything but its records
     * @param records its records in the trail
     */
    record Import(
            String id, String reference, String slug, List<String> consultations, List<Row> rows, List<Row> records) {}

    /**
     * Reads what published imports left.
     *
     * @param database a database that nobody is at work on
     * @return the imports
     * @throws SQLException when it cannot be read
     */
    public static RecordedImports of(Database database) throws SQLException {
        List<Import> imports = new ArrayList<>();
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(
                        "select id, reference, slug from paper where state = 'PUBLISHED' order by id");
                ResultSet paper = select.executeQuery()) {
            while (paper.next()) {
                String id = paper.getString(1);
                List<Row> rows = new ArrayList<>();
                for (String query : QUERIES) {
                    rows.addAll(rows(connection, query, id));
                }
                imports.add(new Import(
                        id,
                        paper.getString(2),
                        paper.getString(3),
                        consultations(connection, id),
                        rows,
                        rows(connection, RECORDS, id)));
            }
            connection.rollback();
        }
        if (imports.isEmpty()) {
            throw new IllegalStateException("There is no published paper to learn from");
        }
        return new RecordedImports(imports);
    }

    private static List<Row> rows(Connection connection, String query, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, id);
            try (ResultSet result = select.executeQuery()) {
                String insert = insert(query, result.getMetaData());
                List<Row> rows = new ArrayList<>();
                while (result.next()) {
                    List<Object> values = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        Object value = result.getObject(i);
                        values.add(value instanceof Clob ? result.getString(i) : value);
                    }
                    rows.add(new Row(insert, values));
                }
                if (rows.isEmpty()) {
                    throw new IllegalStateException("An import left nothing for: " + query);
                }
                return rows;
            }
        }
    }

    private static List<String> consultations(Connection connection, String paper) throws SQLException {
        return rows(connection, CONSULTATIONS, paper).stream()
                .map(row -> (String) row.values().get(0))
                .toList();
    }

    private static String insert(String query, ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnName(i));
        }
        String table = query.replaceFirst(".* from (\\w+) .*", "$1");
        return "insert into " + table + " (" + String.join(", ", names) + ") values (?" + ", ?".repeat(names.size() - 1)
                + ")";
    }

    /**
     * The rows of one more import.
     *
     * @param number tells it from others; gives it a reference of its own
     * @return one of the recorded imports under other keys of the same length
     */
    Import another(int number) {
        Import sample = imports.get(number % imports.size());
        String id = laterId();
        String reference = sample.reference().replaceFirst("\\d{6}$", "%06d".formatted(number));
        String slug = sample.slug().replaceFirst("\\d{6}$", "%06d".formatted(number));
        Map<String, String> names = new LinkedHashMap<>();
        names.put(sample.id(), id);
        names.put(sample.reference(), reference);
        names.put(sample.slug(), slug);
        sample.consultations().forEach(consultation -> names.put(consultation, laterId()));
        return new Import(
                id,
                reference,
                slug,
                sample.consultations().stream().map(names::get).toList(),
                renamed(sample.rows(), names),
                renamed(sample.records(), names));
    }

    /** As the platform's own ids do, it grows with time, so that new rows come to the end of an index. */
    private static String laterId() {
        UUID random = UUID.randomUUID();
        long high = (System.currentTimeMillis() << 16) | 0x7000L | (random.getMostSignificantBits() & 0x0FFFL);
        return new UUID(high, random.getLeastSignificantBits()).toString();
    }

    private static List<Row> renamed(List<Row> rows, Map<String, String> names) {
        List<Row> renamed = new ArrayList<>();
        for (Row row : rows) {
            List<Object> values = new ArrayList<>();
            for (Object value : row.values()) {
                values.add(value instanceof String text ? renamed(text, names) : value);
            }
            renamed.add(new Row(row.insert(), values));
        }
        return renamed;
    }

    private static String renamed(String text, Map<String, String> names) {
        String renamed = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            renamed = renamed.replace(name.getKey(), name.getValue());
        }
        return renamed;
    }
}
