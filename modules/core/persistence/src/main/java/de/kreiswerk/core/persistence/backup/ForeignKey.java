package de.kreiswerk.core.persistence.backup;

import java.sql.DatabaseMetaData;
import java.util.List;

/** A reference between tables. While rows may refer to rows that come later, it is taken away. */
record ForeignKey(
        String name, String table, List<String> columns, String target, List<String> targetColumns, int deleteRule) {

    String drop() {
        return "alter table " + Table.quoted(table) + " drop constraint " + Table.quoted(name);
    }

    /** Fails when a row refers to none. */
    String add() {
        return "alter table " + Table.quoted(table) + " add constraint " + Table.quoted(name) + " foreign key ("
                + Table.quoted(columns) + ") references " + Table.quoted(target) + " (" + Table.quoted(targetColumns)
                + ")" + onDelete();
    }

    private String onDelete() {
        return switch (deleteRule) {
            case DatabaseMetaData.importedKeyCascade -> " on delete cascade";
            case DatabaseMetaData.importedKeySetNull -> " on delete set null";
            default -> "";
        };
    }
}
