package de.kreiswerk.core.persistence.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table {@code core_made}, and what of it is there. */
final class MadeThings {

    private final Connection connection;

    MadeThings(Connection connection) {
        this.connection = connection;
    }

    /** All that is in the database's present schema, with the names as the database has them: upper case in H2. */
    Map<MadeThing, String> present() throws SQLException {
        Map<MadeThing, String> present = new LinkedHashMap<>();
        add(present, "select table_name, table_type from information_schema.tables where table_schema = ?");
        add(present, "select sequence_name, 'SEQUENCE' from information_schema.sequences where sequence_schema = ?");
        return present;
    }

    private void add(Map<MadeThing, String> present, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, connection.getSchema());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String type = row.getString(2);
                    MadeThing.Kind kind = type.equals("BASE TABLE")
                            ? MadeThing.Kind.TABLE
                            : type.equals("SEQUENCE") ? MadeThing.Kind.SEQUENCE : MadeThing.Kind.VIEW;
                    present.put(new MadeThing(kind, row.getString(1).toLowerCase(Locale.ROOT)), row.getString(1));
                }
            }
        }
    }

    /** What bundles made, in the order in which it was made, whether it is there or not. */
    List<MadeThing> of(Collection<String> bundles) throws SQLException {
        List<MadeThing> things = new ArrayList<>();
        for (String bundle : bundles) {
            try (PreparedStatement select =
                    connection.prepareStatement("select kind, name from core_made where bundle = ? order by number")) {
                select.setString(1, bundle);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        things.add(new MadeThing(MadeThing.Kind.valueOf(row.getString(1)), row.getString(2)));
                    }
                }
            }
        }
        return things;
    }

    /** It is a bundle's from now on, whoever once meant to make it. */
    void note(MadeThing thing, int number, String bundle) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from core_made where kind = ? and name = ?")) {
            delete.setString(1, thing.kind().name());
            delete.setString(2, thing.name());
            delete.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into core_made (kind, name, number, bundle) values (?, ?, ?, ?)")) {
            insert.setString(1, thing.kind().name());
            insert.setString(2, thing.name());
            insert.setInt(3, number);
            insert.setString(4, bundle);
            insert.executeUpdate();
        }
    }

    void forget(String bundle) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from core_made where bundle = ?")) {
            delete.setString(1, bundle);
            delete.executeUpdate();
        }
    }
}
