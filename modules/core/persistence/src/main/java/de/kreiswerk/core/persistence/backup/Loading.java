package de.kreiswerk.core.persistence.backup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Fills an empty table from a backup. */
final class Loading {

    private static final int FEW = 8;
    private static final int MANY = 500;

    private final Connection connection;
    private final BackupFile backup;

    Loading(Connection connection, BackupFile backup) {
        this.connection = connection;
        this.backup = backup;
    }

    void load(Table table, Manifest.Entry entry) throws SQLException, IOException, RestoreRefused {
        List<Table.Column> columns = columns(table, entry);
        String names = Table.quoted(columns.stream().map(Table.Column::name).toList());
        String values = String.join(", ", Collections.nCopies(columns.size(), "?"));
        long rows;
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table.quoted() + " (" + names
                        + ") overriding system value values (" + values + ")");
                JsonParser json = backup.rows(entry)) {
            rows = insert(columns, json, insert, table.large() ? FEW : MANY);
        }
        if (rows != entry.rows()) {
            throw RestoreRefused.damaged(entry.file());
        }
        for (Table.Column column : table.columns()) {
            if (column.numbered()) {
                goOnCounting(table, column);
            }
        }
        connection.commit();
    }

    /** The types are those of this database, which need not be those of the other one. */
    private static List<Table.Column> columns(Table table, Manifest.Entry entry) throws RestoreRefused {
        List<Table.Column> columns = new ArrayList<>();
        for (int i = 0; i < entry.columns().size(); i++) {
            Optional<Table.Column> column = table.column(entry.columns().get(i));
            if (column.isEmpty() || column.get().type() != entry.types().get(i)) {
                throw RestoreRefused.damaged(
                        entry.table() + "." + entry.columns().get(i));
            }
            columns.add(column.get());
        }
        return columns;
    }

    private long insert(List<Table.Column> columns, JsonParser json, PreparedStatement insert, int atOnce)
            throws SQLException, IOException {
        long rows = 0;
        while (json.nextToken() != null) {
            for (int i = 0; i < columns.size(); i++) {
                json.nextToken();
                columns.get(i).type().copy(json, insert, i + 1);
            }
            if (json.nextToken() != JsonToken.END_ARRAY) {
                throw new IOException("A row has more values than columns");
            }
            insert.addBatch();
            rows++;
            if (rows % atOnce == 0) {
                insert.executeBatch();
                // What is cut off is cleared away as a whole, so no transaction needs to hold a whole table.
                connection.commit();
            }
        }
        insert.executeBatch();
        return rows;
    }

    private void goOnCounting(Table table, Table.Column column) throws SQLException {
        String name = Table.quoted(column.name());
        long next;
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select coalesce(max(" + name + "), 0) from " + table.quoted())) {
            row.next();
            next = row.getLong(1) + 1;
        }
        execute("alter table " + table.quoted() + " alter column " + name + " restart with " + next);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
