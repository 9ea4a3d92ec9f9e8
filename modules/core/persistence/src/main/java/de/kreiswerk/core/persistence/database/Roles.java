package de.kreiswerk.core.persistence.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The two roles on PostgreSQL: that they are two, and that the tables belong to the owner. */
final class Roles {

    private static final String SEE = " See \"Two roles on PostgreSQL\" in docs/operations.md";

    private Roles() {}

    /**
     * Looks before anything is made.
     *
     * @return whom the platform runs as, as the database knows it
     * @throws IllegalStateException with a sentence for operators when an owner of this kind protects nothing, or could do nothing
     */
    static String require(DataSource run, DataSource owner) {
        try (Connection one = run.getConnection();
                Connection other = owner.getConnection()) {
            String role = text(one, "select current_user");
            String ownerRole = text(other, "select current_user");
            if (role.equals(ownerRole)) {
                throw new IllegalStateException("The platform runs as " + role + ", and " + DatabaseSettings.OWNER_USER
                        + " is the same role: that protects nothing." + SEE);
            }
            String schema = text(one, "select coalesce(current_schema(), '')");
            String ownerSchema = text(other, "select coalesce(current_schema(), '')");
            if (!schema.equals(ownerSchema)) {
                throw new IllegalStateException("The role " + role + " works in the schema \"" + schema
                        + "\", the role " + ownerRole + " in \"" + ownerSchema + "\": it must be the same." + SEE);
            }
            requireOwn(other, role, ownerRole);
            one.rollback();
            other.rollback();
            return role;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** What one role made before there were two: the owner could neither change it nor keep the other from it. */
    private static void requireOwn(Connection owner, String role, String ownerRole) throws SQLException {
        try (PreparedStatement select = owner.prepareStatement("""
                select c.relname, pg_get_userbyid(c.relowner) from pg_class c
                join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
                where c.relkind in ('r', 'p', 'v', 'S') and not pg_has_role(c.relowner, 'USAGE')
                and (c.relname = 'flyway_core' or pg_get_userbyid(c.relowner) = ?)
                order by c.relname limit 1""")) {
            select.setString(1, role);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    throw new IllegalStateException("The table " + row.getString(1) + " belongs to the role "
                            + row.getString(2) + ". Give all tables to " + ownerRole + " once." + SEE);
                }
            }
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
