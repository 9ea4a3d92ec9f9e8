package de.kreiswerk.deployment.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.DepartmentDirectory;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.BlobStore;
import de.kreiswerk.core.api.persistence.BundleTables;
import de.kreiswerk.core.api.settings.SettingHistory;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.core.persistence.blob.DatabaseBlobStore;
import de.kreiswerk.core.persistence.database.BundleTablesService;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.core.persistence.settings.SettingHistoryService;
import de.kreiswerk.deployment.api.DeploymentGrants;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.api.Signer;
import de.kreiswerk.deployment.api.Signers;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.archive.zip.Limits;
import de.kreiswerk.deployment.service.belongings.BelongingsReader;
import de.kreiswerk.deployment.service.belongings.Deletion;
import de.kreiswerk.deployment.service.judge.Judge;
import de.kreiswerk.deployment.service.plan.Planner;
import de.kreiswerk.deployment.service.run.Switches;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.SwitchTable;
import de.kreiswerk.runtime.testing.MovingClock;
import de.kreiswerk.runtime.testing.component.DogTaxArchive;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.FrameworkWiring;

/** Deployment on a real database, without a framework: what is switched is only noted. */
final class TestDeployment implements AutoCloseable {

    static final String ORDNUNG = "dep-ordnung";
    static final String UMWELT = "dep-umwelt";
    static final Caller ADMINISTRATOR = caller("root", Grant.ALL, Grant.ALL);
    static final Caller ANNA = caller(
            "anna", ORDNUNG, DeploymentPermissions.READ, DeploymentPermissions.DEPLOY, DeploymentPermissions.APPROVE);
    static final Caller BERT = caller("bert", ORDNUNG, DeploymentPermissions.READ, DeploymentPermissions.APPROVE);
    static final Caller MACHINE = new Caller(
            "machine",
            "Token",
            Set.of(new Grant(DeploymentPermissions.READ, ORDNUNG), new Grant(DeploymentPermissions.APPROVE, ORDNUNG)),
            "token",
            Instant.EPOCH,
            "request");
    /** A token that Anna had made for herself. */
    static final Caller ANNAS_TOKEN = new Caller(
            "annas-token",
            "Auslieferung",
            Set.of(new Grant(DeploymentPermissions.READ, ORDNUNG), new Grant(DeploymentPermissions.DEPLOY, ORDNUNG)),
            "token",
            Instant.EPOCH,
            "request",
            Set.of(),
            Set.of(),
            "anna");

    static final Caller UWE = caller("uwe", UMWELT, DeploymentPermissions.READ, DeploymentPermissions.DEPLOY);

    final TestDatabase database;
    final MovingClock clock = new MovingClock();
    final RecordedTrail trail = new RecordedTrail();
    final Queue<AuditEvent> records = trail.records;
    final List<Switch> carriedOut = new ArrayList<>();
    final Set<String> announced = new HashSet<>();
    Runnable whenWritten = () -> {};
    /** The short name of the department whose archives these are, which they state. */
    String calledOrdnung = "Ordnung";

    final TestSettings settings = new TestSettings();
    final Deletion deletion;
    Runnable whenLookedAt = () -> {};
    boolean behind;
    Optional<Switches.Trouble> trouble = Optional.empty();
    Switches.Reported reported = Switches.Reported.WELL;
    final SignersService signers;
    final DeploymentGrantsService grants;
    final ComponentsService components;
    final SignerKey key;
    final Signer signer;

    TestDeployment(Engine engine, String... wants) throws Exception {
        this.database = new TestDatabase(
                engine,
                "flyway_deployment_service",
                "/db/migration/V1__deployment.sql",
                "/db/migration/V2__nodes.sql",
                "/db/migration/V3__belongings.sql",
                "/db/migration/V4__steps.sql",
                "/db/migration/V5__signers.sql");
        DepartmentDirectory departments = () -> List.of(
                new DepartmentDirectory.Entry(ORDNUNG, calledOrdnung, "Fachdienst Ordnung", null, null),
                new DepartmentDirectory.Entry(UMWELT, "Umwelt", "Fachdienst Umwelt", null, null));
        this.signers = new SignersService(database.transactions, trail, departments, clock);
        this.grants = new DeploymentGrantsService(database.transactions, trail, departments);
        BlobStore blobs = new DatabaseBlobStore(database.transactions);
        BundleTables tables = new BundleTablesService(database.database, database.transactions);
        SettingHistory history = new SettingHistoryService(database.transactions);
        BelongingsReader belongings = new BelongingsReader(database.transactions, tables, settings.admin(), history);
        this.deletion =
                new Deletion(database.transactions, trail, blobs, tables, settings.admin(), history, belongings);
        this.components = new ComponentsService(
                database.transactions,
                trail,
                blobs,
                departments,
                null,
                new Planner(noBundles(), null),
                new Judge(noBundles(), answering(Judge.Config.class, new String[0])),
                new Noted(),
                belongings,
                name -> {},
                clock);
        this.key = SignerKey.generate("ordnung.example", new SecureRandom());
        this.signer = register("Werkstatt", key);
        grants.put(
                ADMINISTRATOR,
                ORDNUNG,
                new DeploymentGrants.Entry("de.lueneburg.ordnung", "ordnung", Set.of(wants), Set.of()),
                0L);
    }

    /** With everything that the dog tax wants granted. */
    static TestDeployment granted(Engine engine) throws Exception {
        return new TestDeployment(engine, "THREADS", "EXIT", "FRAMEWORK");
    }

    void grant(String... wants) {
        grants.put(
                ADMINISTRATOR,
                ORDNUNG,
                new DeploymentGrants.Entry("de.lueneburg.ordnung", "ordnung", Set.of(wants), Set.of()),
                null);
    }

    InputStream archive(String version) throws Exception {
        return archive(version, key);
    }

    static InputStream archive(String version, SignerKey by) throws Exception {
        return new ByteArrayInputStream(DogTaxArchive.of(version, "good", by).bytes());
    }

    /** Signed by two. */
    InputStream archive(String version, SignerKey one, SignerKey other) throws Exception {
        return new ByteArrayInputStream(de.kreiswerk.deployment.archive.pack.Signer.sign(
                        DogTaxArchive.of(version, "good", one), other, Limits.standard())
                .bytes());
    }

    /** One more who may sign for the department. */
    Signer register(String label, SignerKey key) {
        return signers.register(
                ADMINISTRATOR, new Signers.Entry(ORDNUNG, label, key.verifier().text(), null, null));
    }

    InputStream archive(String version, String steps) throws Exception {
        return new ByteArrayInputStream(
                DogTaxArchive.changing(version, steps, key).bytes());
    }

    /** As the engine does before it starts the new version. */
    void starts(Switch asked) {
        database.transactions.call(tx -> {
            new SwitchTable(tx)
                    .phases(asked.id(), List.of(new Switch.PhaseRun(Switch.Phase.START, clock.instant(), null)));
            return null;
        });
    }

    /** As the engine would at the end of a switch. */
    void done(Switch asked) {
        starts(asked);
        database.transactions.call(tx -> {
            ComponentTable table = new ComponentTable(tx);
            if (asked.from() != null) {
                table.state(
                        asked.component(),
                        asked.from(),
                        de.kreiswerk.deployment.api.ComponentVersion.State.KEPT,
                        clock.instant());
            }
            table.state(
                    asked.component(),
                    asked.to(),
                    de.kreiswerk.deployment.api.ComponentVersion.State.ACTIVE,
                    clock.instant());
            table.activate(asked.component(), asked.to(), clock.instant(), asked.by(), asked.id());
            return null;
        });
        clock.pass(Duration.ofMinutes(1));
    }

    /** As the engine would when it was taken back. */
    void ended(Switch asked) {
        database.transactions.call(tx -> {
            new SwitchTable(tx).end(asked.id(), Switch.State.UNDONE, clock.instant(), null, List.of());
            new ComponentTable(tx).switching(asked.component(), null);
            return null;
        });
    }

    void removed(Switch asked) {
        database.transactions.call(tx ->
                new ComponentTable(tx).activate(asked.component(), null, clock.instant(), asked.by(), asked.id()));
    }

    void forgetFindings(de.kreiswerk.deployment.api.ComponentVersion version) {
        database.transactions.call(tx -> {
            ComponentTable table = new ComponentTable(tx);
            table.facts(
                    version.component(),
                    version.archive(),
                    table.version(version.component(), version.archive())
                            .orElseThrow()
                            .facts()
                            .with(List.of()));
            return null;
        });
    }

    /** As the platform does when a bundle starts that has such a script. */
    void migrate(String bundle, String script) throws Exception {
        Path folder = Files.createTempDirectory("migrations");
        Path file = Files.writeString(folder.resolve("V1__made.sql"), script);
        database.migrate(bundle, List.of(file.toUri().toURL()));
        Files.delete(file);
        Files.delete(folder);
    }

    /** As the engine would at the end of a removal. */
    void switchedOff(Switch asked) {
        database.transactions.call(tx -> {
            new ComponentTable(tx).activate(asked.component(), null, clock.instant(), asked.by(), asked.id());
            new SwitchTable(tx).end(asked.id(), Switch.State.DONE, clock.instant(), null, List.of());
            return null;
        });
    }

    /** As the engine would when a removal was taken back. */
    void notSwitchedOff(Switch asked) {
        database.transactions.call(tx -> {
            new ComponentTable(tx).switching(asked.component(), null);
            new SwitchTable(tx).end(asked.id(), Switch.State.UNDONE, clock.instant(), null, List.of());
            return null;
        });
    }

    void quarantine(de.kreiswerk.deployment.api.ComponentVersion version) {
        database.transactions.call(tx -> {
            new ComponentTable(tx)
                    .quarantine(
                            version.component(),
                            version.archive(),
                            de.kreiswerk.core.api.text.Text.same("does not work"));
            return null;
        });
    }

    List<String> actions() {
        return records.stream()
                .map(event -> event.action() + " " + event.outcome())
                .toList();
    }

    static Caller administratorOf(String department) {
        return caller("deputy", department, DeploymentPermissions.READ, DeploymentPermissions.ADMINISTER);
    }

    private static Caller caller(String subject, String department, String... permissions) {
        return new Caller(
                subject,
                "Name",
                Stream.of(permissions)
                        .map(permission -> new Grant(permission, department))
                        .collect(Collectors.toSet()),
                "test",
                Instant.EPOCH,
                "request");
    }

    private static BundleContext noBundles() {
        FrameworkWiring wiring = answering(FrameworkWiring.class, List.of());
        Bundle system = answeringEach(Bundle.class, Map.of("adapt", wiring, "getVersion", new Version(1, 0, 0)));
        return answeringEach(BundleContext.class, Map.of("getBundle", system, "getBundles", new Bundle[0]));
    }

    private static <T> T answering(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                TestDeployment.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }

    private static <T> T answeringEach(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                TestDeployment.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }

    @Override
    public void close() {
        database.close();
    }

    private final class Noted implements Switches {

        @Override
        public String node() {
            return "node";
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public <T> T announced(String id, Supplier<T> write) {
            announced.add(id);
            T written = write.get();
            whenWritten.run();
            return written;
        }

        @Override
        public void carryOut(Switch asked, String department, Caller caller) {
            carriedOut.add(asked);
        }

        @Override
        public void awaitAnyEnd(Duration most) {
            whenLookedAt.run();
        }

        @Override
        public Optional<Trouble> trouble(String component, String archive) {
            return trouble;
        }

        @Override
        public Reported health(String component, String archive) {
            return reported;
        }

        @Override
        public boolean isAt(String component, String archive) {
            return !behind;
        }

        @Override
        public List<Bundle> bundles(String component, String archive) {
            return List.of();
        }
    }
}
