package de.kreiswerk.runtime.bench.face;

import de.kreiswerk.runtime.bench.database.Database;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What publishing left of one paper: its snapshot and those of its consultations and files, with lists and addresses. */
final class PublishedRows {

    private static final String PATHS = "select path from public_object where path = '/paper/' || ?"
            + " or (type in ('Consultation', 'File') and content like '%/paper/' || ? || '%')";

    private PublishedRows() {}

    static List<Row> of(Database database, String paper) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = database.connect()) {
            for (String table : List.of("public_object", "public_formed", "public_list", "public_address")) {
                rows.addAll(rows(connection, table, paper));
            }
            connection.rollback();
        }
        return rows;
    }

    private static List<Row> rows(Connection connection, String table, String paper) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select * from " + table + " where path in (" + PATHS + ")")) {
            select.setString(1, paper);
            select.setString(2, paper);
            try (ResultSet row = select.executeQuery()) {
                ResultSetMetaData data = row.getMetaData();
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= data.getColumnCount(); i++) {
                    columns.add(data.getColumnName(i));
                }
                List<Row> rows = new ArrayList<>();
                while (row.next()) {
                    List<Object> values = new ArrayList<>();
                    for (int i = 1; i <= columns.size(); i++) {
                        Object value = row.getObject(i);
                        values.add(value instanceof Clob ? row.getString(i) : value);
                    }
                    rows.add(Row.of(table, columns, values));
                }
                return rows;
            }
        }
    }
}
