package de.kreiswerk.core.persistence.database;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import java.io.Reader;
import java.io.StringReader;
import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Runs the Flyway migrations of a bundle, each bundle with a history table of its own. Scripts that ran already as they are
 * cost one question: the fingerprint of a bundle's scripts is kept, since Flyway takes half a second to find that out.
 */
public final class Migrations {

    /** How the name of a history table begins. */
    public static final String HISTORY = "flyway_";

    /** In a script a line behind it, in braces and with a dollar sign, is for PostgreSQL only, and a comment to H2. */
    private static final String POSTGRESQL = "postgresql";

    private final DataSource source;

    public Migrations(DataSource source) {
        this.source = source;
    }

    /**
     * Brings tables up to date. Versions from the future are tolerated: after a rollback the older code runs on the newer
     * schema (expand / contract).
     *
     * @param scripts the addresses of the scripts
     * @param history names the history table, lower case letters, digits and underscores
     */
    public void run(List<URL> scripts, String history) {
        MigratedScripts migrated = new MigratedScripts(source);
        String fingerprint = MigratedScripts.fingerprint(scripts, Set.of());
        if (!migrated.has(history, fingerprint, scripts)) {
            migrate(scripts, history, MigrationVersion.LATEST);
            // Here the table for it may be among what was made.
            migrated.keepScripts(history, scripts);
            migrated.keep(history, fingerprint);
        }
    }

    /**
     * Brings the tables of a bundle up to date, as {@link #run(List, String)}, and notes what the bundle makes.
     *
     * @param scripts its scripts
     * @param bundle its symbolic name
     */
    public void run(SchemaScripts scripts, String bundle) {
        MigratedScripts migrated = new MigratedScripts(source);
        String fingerprint = MigratedScripts.fingerprint(scripts.scripts(), scripts.insertOnly());
        if (migrated.has(scripts.history(), fingerprint, scripts.scripts())) {
            return;
        }
        scripts.requireOwnInsertOnly();
        if (!new RanScripts(source, scripts.history()).haveAll(bundle, scripts.scripts())) {
            Making making = Making.begin(source, bundle, scripts.history(), scripts.scripts());
            migrated.keepScripts(scripts.history(), scripts.scripts());
            migrate(scripts.scripts(), scripts.history(), MigrationVersion.LATEST);
            making.done();
        }
        migrated.keep(scripts.history(), fingerprint);
    }

    /**
     * Whether {@link #run(SchemaScripts, String)} has nothing to make: also what a newer version made does not count, nor that it is at it.
     *
     * @param scripts a bundle's scripts
     * @param bundle its symbolic name
     */
    boolean haveRun(SchemaScripts scripts, String bundle) {
        String fingerprint = MigratedScripts.fingerprint(scripts.scripts(), scripts.insertOnly());
        return new MigratedScripts(source).has(scripts.history(), fingerprint, scripts.scripts())
                || new RanScripts(source, scripts.history()).haveAll(bundle, scripts.scripts());
    }

    /**
     * Makes tables as an earlier version had them. The next {@link #run} goes on from there.
     *
     * @param scripts the scripts
     * @param version the last one that runs
     */
    public void runUpTo(SchemaScripts scripts, MigrationVersion version) {
        migrate(scripts.scripts(), scripts.history(), version);
    }

    private void migrate(List<URL> scripts, String history, MigrationVersion target) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // Flyway looks its database types up by the context class loader.
        Thread.currentThread().setContextClassLoader(Flyway.class.getClassLoader());
        try {
            Flyway.configure(Flyway.class.getClassLoader())
                    .dataSource(source)
                    .table(HISTORY + history)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .target(target)
                    .ignoreMigrationPatterns("*:future")
                    .resourceProvider(Scripts.read(scripts))
                    .placeholders(Map.of(POSTGRESQL, beforeLinesForPostgresql()))
                    .javaMigrationClassProvider(Collections::emptyList)
                    .skipDefaultResolvers(false)
                    .callbacks(new Unhurried())
                    // Another node may be at it for as long as a large table takes.
                    .lockRetryCount(-1)
                    .load()
                    .migrate();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private String beforeLinesForPostgresql() {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? "" : "-- ";
        } catch (SQLException e) {
            throw new PersistenceFailure("Which database it is cannot be read: " + e.getMessage(), e);
        }
    }

    static List<URL> ofThisBundle() {
        Bundle bundle = FrameworkUtil.getBundle(Migrations.class);
        return bundle == null
                ? List.of(
                        Migrations.class.getResource("/db/migration/V1__core.sql"),
                        Migrations.class.getResource("/db/migration/V2__publication.sql"),
                        Migrations.class.getResource("/db/migration/V3__migrated.sql"),
                        Migrations.class.getResource("/db/migration/V4__formed.sql"),
                        Migrations.class.getResource("/db/migration/V5__entries.sql"),
                        Migrations.class.getResource("/db/migration/V6__former_lists.sql"),
                        Migrations.class.getResource("/db/migration/V7__lists.sql"),
                        Migrations.class.getResource("/db/migration/V8__setting_changes.sql"),
                        Migrations.class.getResource("/db/migration/V9__backup.sql"),
                        Migrations.class.getResource("/db/migration/V10__owners.sql"),
                        Migrations.class.getResource("/db/migration/V11__scripts.sql"),
                        Migrations.class.getResource("/db/migration/V12__left_lists.sql"))
                : Collections.list(bundle.findEntries("db/migration", "*.sql", false));
    }

    /** All are read before the first one runs: the bundle may be uninstalled meanwhile, and a script that cannot be read counts as failed. */
    private record Scripts(List<Script> scripts) implements ResourceProvider {

        static Scripts read(List<URL> scripts) {
            return new Scripts(scripts.stream().map(Script::new).toList());
        }

        @Override
        public LoadableResource getResource(String name) {
            return scripts.stream()
                    .filter(script -> script.getFilename().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String... suffixes) {
            return scripts.stream()
                    .filter(script -> script.getFilename().startsWith(prefix)
                            && Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
                    .map(LoadableResource.class::cast)
                    .toList();
        }
    }

    private static final class Script extends LoadableResource {

        private final URL url;
        private final String text;

        Script(URL url) {
            this.url = url;
            this.text = MigratedScripts.text(url);
        }

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public String getAbsolutePath() {
            return url.toString();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return url.toString();
        }

        @Override
        public String getFilename() {
            return url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return getFilename();
        }
    }
}
