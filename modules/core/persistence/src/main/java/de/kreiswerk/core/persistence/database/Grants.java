package de.kreiswerk.core.persistence.database;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the role that serves people may do with the tables of a bundle, on PostgreSQL with an owner's role: with most all that is done
 * with rows, with those that are insert-only to read and to insert, with those that only migrations write to read. What it had beyond
 * that is taken from it.
 */
final class Grants {

    private static final Logger LOG = LoggerFactory.getLogger(Grants.class);

    private static final Set<String> READ = Set.of("SELECT");
    private static final Set<String> INSERT_ONLY = Set.of("SELECT", "INSERT");
    private static final Set<String> ROWS = Set.of("SELECT", "INSERT", "UPDATE", "DELETE");
    private static final Set<String> COUNT = Set.of("SELECT", "USAGE");

    /** What migrations note of themselves. */
    private static final Set<String> OF_MIGRATIONS = Set.of("core_migrated", "core_made", "core_script");

    /** One node after the other: PostgreSQL refuses who changes the rights of a table at the same time. */
    static final long LOCK = 0x4b72_6569_7377_6572L;

    private final DataSource owner;
    private final String role;

    /**
     * For a role.
     *
     * @param owner gives
     * @param role is given
     */
    Grants(DataSource owner, String role) {
        this.owner = owner;
        this.role = role;
    }

    /** After the migrations of a bundle. What another bundle made is not touched, whatever the scripts name. */
    void give(SchemaScripts scripts, String bundle) {
        give(scripts, bundle, "set local lock_timeout to default");
    }

    /**
     * As {@link #give}, but no longer than a while: somebody else, such as a newer version, may change these tables for long, and who
     * waits for that keeps all others waiting. It is to be tried again.
     */
    void giveSoon(SchemaScripts scripts, String bundle) {
        give(scripts, bundle, "set local lock_timeout = '5s'");
    }

    private void give(SchemaScripts scripts, String bundle, String patience) {
        try (Connection connection = owner.getConnection()) {
            try {
                // Mostly all is given, and then nobody is waited for.
                if (!lacking(connection, scripts, bundle).isEmpty()) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(patience);
                    }
                    lock(connection);
                    for (Thing thing : lacking(connection, scripts, bundle)) {
                        give(connection, thing, wanted(thing, scripts.insertOnly()));
                    }
                }
                connection.commit();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new PersistenceFailure(
                    "The role " + role + " cannot be given what it needs of the tables of " + bundle + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private List<Thing> lacking(Connection connection, SchemaScripts scripts, String bundle) throws SQLException {
        return things(connection, own(connection, scripts, bundle)).stream()
                .filter(thing -> thing.columns || !thing.has.equals(wanted(thing, scripts.insertOnly())))
                .toList();
    }

    private static void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
    }

    /** Names: what is noted as the bundle's, and of times when nobody noted that, what its scripts make. */
    private static Set<String> own(Connection connection, SchemaScripts scripts, String bundle) throws SQLException {
        Set<String> own = new LinkedHashSet<>();
        own.add(MadeThing.history(scripts.history()).name());
        new ScriptReader(connection.getSchema()).read(scripts.scripts()).forEach(thing -> own.add(thing.name()));
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select name, bundle from core_made")) {
            while (row.next()) {
                if (row.getString(2).equals(bundle)) {
                    own.add(row.getString(1));
                } else {
                    own.remove(row.getString(1));
                }
            }
        }
        return own;
    }

    /** With the sequences behind columns, but not those of identities: whoever may insert may count there. */
    private List<Thing> things(Connection connection, Set<String> names) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                with own as (
                    select c.oid, c.relname, c.relkind, c.relacl from pg_class c
                    join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
                    where lower(c.relname) = any (?) and c.relkind in ('r', 'p', 'v', 'S')
                    union
                    select s.oid, s.relname, s.relkind, s.relacl from pg_class s
                    join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = s.oid and d.deptype = 'a'
                    join pg_class t on d.refclassid = 'pg_class'::regclass and t.oid = d.refobjid
                    join pg_namespace n on n.oid = t.relnamespace and n.nspname = current_schema()
                    where lower(t.relname) = any (?) and s.relkind = 'S'
                )
                select relname, relkind,
                    (select string_agg(p.privilege_type || case when p.is_grantable then '*' else '' end, ' ')
                        from aclexplode(relacl) p where p.grantee = r.oid),
                    exists (select 1 from pg_attribute a, aclexplode(a.attacl) p
                        where a.attrelid = own.oid and p.grantee = r.oid)
                from own, pg_roles r where r.rolname = ? order by relname""")) {
            select.setArray(1, connection.createArrayOf("text", names.toArray()));
            select.setArray(2, connection.createArrayOf("text", names.toArray()));
            select.setString(3, role);
            try (ResultSet row = select.executeQuery()) {
                List<Thing> things = new ArrayList<>();
                while (row.next()) {
                    String has = row.getString(3);
                    things.add(new Thing(
                            row.getString(1),
                            row.getString(2),
                            has == null ? Set.of() : new TreeSet<>(List.of(has.split(" "))),
                            row.getBoolean(4)));
                }
                return things;
            }
        }
    }

    private static Set<String> wanted(Thing thing, Set<String> insertOnly) {
        return switch (thing.kind) {
            case "S" -> COUNT;
            case "v" -> READ;
            default ->
                OF_MIGRATIONS.contains(thing.name) || thing.name.startsWith(Migrations.HISTORY)
                        ? READ
                        : insertOnly.contains(thing.name) ? INSERT_ONLY : ROWS;
        };
    }

    private void give(Connection connection, Thing thing, Set<String> wanted) throws SQLException {
        String on = (thing.kind.equals("S") ? " on sequence " : " on table ") + quoted(thing.name);
        try (Statement statement = connection.createStatement()) {
            statement.execute("revoke all" + on + " from " + quoted(role));
            statement.execute("grant " + String.join(", ", new TreeSet<>(wanted)) + on + " to " + quoted(role));
        }
        if (!thing.has.isEmpty()) {
            LOG.warn("The role {} had {} on {}, and now has {}", role, thing.has, thing.name, new TreeSet<>(wanted));
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /**
     * Something in the database.
     *
     * @param name as the database has it
     * @param kind as PostgreSQL has it: r and p for tables, v, S
     * @param has what the role may do with it
     * @param columns whether it may do something with some of its columns
     */
    private record Thing(String name, String kind, Set<String> has, boolean columns) {}
}
