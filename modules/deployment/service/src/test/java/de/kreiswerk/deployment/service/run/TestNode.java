package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.BlobStore;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.SchemaFailure;
import de.kreiswerk.core.api.persistence.SchemaUnderWay;
import de.kreiswerk.core.api.settings.SharedSettings;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.core.persistence.blob.DatabaseBlobStore;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.deployment.api.ComponentVersion.BundleStatement;
import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.api.Components;
import de.kreiswerk.deployment.api.DeploymentGrant;
import de.kreiswerk.deployment.api.Signer;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.service.RecordedTrail;
import de.kreiswerk.deployment.service.framework.Background;
import de.kreiswerk.deployment.service.framework.ComponentBundles;
import de.kreiswerk.deployment.service.framework.ComponentThreads;
import de.kreiswerk.deployment.service.framework.Configurations;
import de.kreiswerk.deployment.service.framework.SeparateVersions;
import de.kreiswerk.deployment.service.judge.Judge;
import de.kreiswerk.deployment.service.plan.Planner;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.GrantTable;
import de.kreiswerk.deployment.service.store.SignerTable;
import de.kreiswerk.deployment.service.store.StoredArchives;
import de.kreiswerk.deployment.service.store.StoredComponent;
import de.kreiswerk.deployment.service.store.StoredVersion;
import de.kreiswerk.deployment.service.store.SwitchTable;
import de.kreiswerk.deployment.service.store.TypedValues;
import de.kreiswerk.deployment.service.store.VersionFacts;
import de.kreiswerk.runtime.testing.MovingClock;
import de.kreiswerk.runtime.testing.component.DogTaxArchive;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime;
import org.osgi.service.jaxrs.runtime.dto.FailedApplicationDTO;
import org.osgi.service.jaxrs.runtime.dto.FailedExtensionDTO;
import org.osgi.service.jaxrs.runtime.dto.FailedResourceDTO;
import org.osgi.service.resolver.Resolver;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.dto.FailedErrorPageDTO;
import org.osgi.service.servlet.runtime.dto.FailedFilterDTO;
import org.osgi.service.servlet.runtime.dto.FailedListenerDTO;
import org.osgi.service.servlet.runtime.dto.FailedPreprocessorDTO;
import org.osgi.service.servlet.runtime.dto.FailedServletContextDTO;
import org.osgi.service.servlet.runtime.dto.FailedServletDTO;

/** A node on a real framework and a real database, without a web server: what it switches and starts really runs. */
final class TestNode implements AutoCloseable {

    static final String NAME = DogTaxArchive.NAME;
    static final String NODE = "node";
    private static final Duration LONG = Duration.ofMinutes(1);
    /** Nothing is too late because the machine has much else to do. */
    static final Limits USUAL = new Limits(LONG, Duration.ofSeconds(1), LONG, LONG, LONG, 50, 5);

    private static final String DEPARTMENT = "dep-ordnung";
    private static final String SIGNER = "signer";
    private static final Caller ANNA = new Caller("anna", "Name", Set.of(), "test", Instant.EPOCH, "request");

    final TestDatabase database = new TestDatabase(
            TestDatabase.Engine.H2,
            "flyway_deployment_service",
            "/db/migration/V1__deployment.sql",
            "/db/migration/V2__nodes.sql",
            "/db/migration/V3__belongings.sql",
            "/db/migration/V4__steps.sql",
            "/db/migration/V5__signers.sql");
    final MovingClock clock = new MovingClock();
    final RecordedTrail trail = new RecordedTrail();
    final Queue<AuditEvent> records = trail.records;
    final TestGate gate = new TestGate();
    final TestConfigurations configurations = new TestConfigurations();
    final Statuses statuses = new Statuses();
    final Set<String> own = ConcurrentHashMap.newKeySet();
    final Workshop shop;
    final TakeBack takeBack;
    final Recovery recovery;
    /** Called whenever the web server is asked what it serves: while a new version is checked. */
    Runnable whenChecked = () -> {};

    /** What it says then. */
    org.osgi.service.servlet.runtime.dto.RuntimeDTO whiteboard = nothingFails();

    final org.osgi.service.jaxrs.runtime.dto.RuntimeDTO rest = noResourceFails();

    /** Takes over what another node has set. */
    Runnable whenRefreshed = () -> {};
    /** What the components of this node were told when another node had not set anything yet. */
    final Map<String, Dictionary<String, Object>> told = new ConcurrentHashMap<>();
    /** Which keys of a PID a file of this node determines. */
    Map<String, Set<String>> determined = Map.of();
    /** What is answered when health checks are asked. */
    Function<HealthCheckSelector, List<HealthCheckExecutionResult>> asked = selector -> List.of();

    final AtomicInteger archivesRead = new AtomicInteger();
    /** Nanoseconds that passed for a switch's budget and nobody waited for. */
    private final AtomicLong passed = new AtomicLong();

    private final BlobStore blobs = countingReads(new DatabaseBlobStore(database.transactions));
    private final SignerKey key = SignerKey.generate("ordnung.example", new SecureRandom());
    private final ScheduledThreadPoolExecutor later = Background.thread("later");
    private final Framework framework;
    private final Path cache;

    TestNode() throws Exception {
        this(USUAL);
    }

    TestNode(Limits limits) throws Exception {
        cache = Files.createTempDirectory("framework");
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        Constants.FRAMEWORK_STORAGE_CLEAN,
                        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        "jakarta.servlet,jakarta.servlet.http,javax.ws.rs,javax.ws.rs.core,de.kreiswerk.core.api.web"));
        framework.start();
        BundleContext context = framework.getBundleContext();
        CountDownLatch stopping = new CountDownLatch(1);
        SharedSettings shared = new UnsharedSettings();
        // Whether the bundles fit together is not what is tested here.
        Resolver resolver = answering(Resolver.class, Map.of());
        this.shop = new Workshop(
                database.transactions,
                trail,
                blobs,
                gate,
                new ComponentBundles(context),
                new SeparateVersions(context),
                new ComponentThreads.Groups(),
                new Configurations(configurations.admin(), shared::determined),
                shared,
                new Planner(context, resolver),
                new Judge(context, answering(Judge.Config.class, new String[0])),
                health(stopping),
                () -> limits,
                new Failpoints(context),
                NODE,
                clock,
                () -> System.nanoTime() + passed.get(),
                later,
                stopping);
        this.takeBack = new TakeBack(shop);
        this.recovery = new Recovery(shop, statuses, own, takeBack);
        database.transactions.call(tx -> {
            new SignerTable(tx)
                    .insert(new Signer(
                            SIGNER,
                            DEPARTMENT,
                            "Werkstatt",
                            key.verifier().text(),
                            clock.instant().minus(Duration.ofDays(1)),
                            null,
                            null,
                            null));
            new GrantTable(tx)
                    .insert(new DeploymentGrant(
                            DEPARTMENT,
                            "de.lueneburg.ordnung",
                            "ordnung",
                            Set.of("THREADS", "EXIT", "FRAMEWORK"),
                            Set.of(),
                            0));
            new ComponentTable(tx).insert(NAME, DEPARTMENT);
            new SwitchTable(tx).seen(NODE);
            return null;
        });
    }

    private HealthGate health(CountDownLatch stopping) {
        return new HealthGate(
                answering(ServiceComponentRuntime.class, List.of()),
                (HttpServiceRuntime) Proxy.newProxyInstance(
                        TestNode.class.getClassLoader(),
                        new Class<?>[] {HttpServiceRuntime.class},
                        (proxy, method, arguments) -> {
                            whenChecked.run();
                            return whiteboard;
                        }),
                answering(JaxrsServiceRuntime.class, rest),
                new OwnChecks((HealthCheckExecutor) Proxy.newProxyInstance(
                        TestNode.class.getClassLoader(),
                        new Class<?>[] {HealthCheckExecutor.class},
                        (proxy, method, arguments) -> asked.apply((HealthCheckSelector) arguments[0]))),
                new Tables(framework.getBundleContext()),
                gate,
                stopping);
    }

    static org.osgi.service.servlet.runtime.dto.RuntimeDTO nothingFails() {
        var dto = new org.osgi.service.servlet.runtime.dto.RuntimeDTO();
        dto.failedServletDTOs = new FailedServletDTO[0];
        dto.failedFilterDTOs = new FailedFilterDTO[0];
        dto.failedResourceDTOs = new org.osgi.service.servlet.runtime.dto.FailedResourceDTO[0];
        dto.failedListenerDTOs = new FailedListenerDTO[0];
        dto.failedErrorPageDTOs = new FailedErrorPageDTO[0];
        dto.failedPreprocessorDTOs = new FailedPreprocessorDTO[0];
        dto.failedServletContextDTOs = new FailedServletContextDTO[0];
        return dto;
    }

    private static org.osgi.service.jaxrs.runtime.dto.RuntimeDTO noResourceFails() {
        var dto = new org.osgi.service.jaxrs.runtime.dto.RuntimeDTO();
        dto.failedApplicationDTOs = new FailedApplicationDTO[0];
        dto.failedResourceDTOs = new FailedResourceDTO[0];
        dto.failedExtensionDTOs = new FailedExtensionDTO[0];
        return dto;
    }

    private BlobStore countingReads(BlobStore store) {
        return (BlobStore) Proxy.newProxyInstance(
                TestNode.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("copy")) {
                        archivesRead.incrementAndGet();
                    }
                    return method.invoke(store, arguments);
                });
    }

    private static <T> T answering(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                TestNode.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }

    /** A version is there. */
    String add(String version, String behaviour, State state) throws Exception {
        return add(version, behaviour, state, Map.of());
    }

    /** A version is there that says of itself what it configures. */
    String add(String version, String behaviour, State state, Map<String, Map<String, Object>> configured)
            throws Exception {
        return add(DogTaxArchive.of(version, behaviour, key), state, configured);
    }

    /** A version is there that brings configurations, as component.json has them. */
    String addWith(String version, State state, String configurations) throws Exception {
        Archive archive = DogTaxArchive.configured(version, "good", configurations, key);
        return add(archive, state, archive.component().configurations());
    }

    private String add(Archive archive, State state, Map<String, Map<String, Object>> configured) {
        clock.pass(Duration.ofMinutes(1));
        String version = archive.component().version().toString();
        Instant now = shop.now();
        boolean ran = state == State.ACTIVE || state == State.KEPT;
        database.transactions.call(tx -> {
            try (InputStream bytes = archive.open()) {
                blobs.store(bytes, Components.LARGEST, StoredArchives.owner(NAME));
            }
            ComponentTable table = new ComponentTable(tx);
            table.insert(new StoredVersion(
                    NAME,
                    archive.sha256(),
                    version,
                    state,
                    archive.size(),
                    now,
                    "anna",
                    null,
                    null,
                    null,
                    new VersionFacts(
                            archive.component().title(),
                            archive.component().description(),
                            SIGNER,
                            List.of(new BundleStatement(NAME, version)),
                            List.of(),
                            Set.of(),
                            TypedValues.write(configured)),
                    Set.of(SIGNER),
                    null,
                    null));
            if (ran) {
                table.state(NAME, archive.sha256(), state, now);
            }
            if (state == State.ACTIVE) {
                activate(table, archive.sha256(), "anna");
            }
            return null;
        });
        return archive.sha256();
    }

    private void activate(ComponentTable table, String archive, String by) throws java.sql.SQLException {
        table.switching(NAME, "first");
        table.activate(NAME, archive, shop.now(), by, "first");
    }

    /** Switches, and says what came of it. */
    Switch switchTo(String archive) {
        Switch asked = begin(archive);
        own.add(asked.id());
        new SwitchRun(shop, statuses, asked, DEPARTMENT, new OwnJournal(shop, asked, DEPARTMENT, ANNA)).run();
        own.remove(asked.id());
        return find(asked.id());
    }

    /** Another node has switched, and this one goes after it. */
    void follow(String from, String to) {
        database.transactions.call(tx -> {
            ComponentTable table = new ComponentTable(tx);
            activate(table, to, "anna");
            table.state(NAME, from, State.KEPT, shop.now());
            table.state(NAME, to, State.ACTIVE, shop.now());
            return null;
        });
        Switch followed = new Switch(
                "followed",
                NAME,
                Switch.Kind.DEPLOY,
                from,
                null,
                to,
                null,
                Switch.State.RUNNING,
                List.of(),
                shop.now(),
                null,
                "anna",
                null,
                List.of());
        new SwitchRun(shop, statuses, followed, DEPARTMENT, new FollowingJournal(takeBack, followed, false)).run();
    }

    /** A switch is written down and not done. */
    Switch begin(String archive) {
        return database.transactions.call(tx -> {
            ComponentTable table = new ComponentTable(tx);
            String from = table.find(NAME).orElseThrow().active();
            Switch asked = new Switch(
                    "switch-" + new SwitchTable(tx).last(NAME, 50).size(),
                    NAME,
                    Switch.Kind.DEPLOY,
                    from,
                    from == null
                            ? null
                            : table.version(NAME, from).orElseThrow().version(),
                    archive,
                    table.version(NAME, archive).orElseThrow().version(),
                    Switch.State.RUNNING,
                    List.of(),
                    shop.now(),
                    null,
                    "anna",
                    null,
                    List.of());
            new SwitchTable(tx).insert(asked, NODE);
            table.switching(NAME, asked.id());
            return asked;
        });
    }

    /** So much of a switch's budget is over. */
    void budgetPasses(Duration time) {
        passed.addAndGet(time.toNanos());
    }

    /** As far as a switch came. */
    void passed(Switch asked, String... phases) {
        database.transactions.call(tx -> {
            new SwitchTable(tx)
                    .phases(
                            asked.id(),
                            Stream.of(phases)
                                    .map(phase -> new Switch.PhaseRun(Switch.Phase.valueOf(phase), shop.now(), null))
                                    .toList());
            return null;
        });
    }

    Switch find(String id) {
        return database.transactions.call(tx -> new SwitchTable(tx).find(id).orElseThrow());
    }

    /** The configurations that are kept with the switch that is under way. */
    String savedConfiguration() {
        String underWay = component().switching();
        return database.transactions.call(
                tx -> new SwitchTable(tx).configuration(underWay).orElse(""));
    }

    List<Switch> history() {
        return database.transactions.call(tx -> new SwitchTable(tx).last(NAME, 50));
    }

    StoredComponent component() {
        return database.transactions.call(
                tx -> new ComponentTable(tx).find(NAME).orElseThrow());
    }

    List<StoredVersion> versions() {
        return database.transactions.call(tx -> new ComponentTable(tx).versions(NAME));
    }

    List<String> versions(State state) {
        return versions().stream()
                .filter(version -> version.state() == state)
                .map(StoredVersion::version)
                .toList();
    }

    StoredVersion version(String archive) {
        return database.transactions.call(
                tx -> new ComponentTable(tx).version(NAME, archive).orElseThrow());
    }

    /** What a version was set to when it was last switched away from. */
    void leaves(String archive, Map<String, Map<String, Object>> configuration) {
        database.transactions.call(tx -> {
            new ComponentTable(tx).configuration(NAME, archive, TypedValues.write(configuration));
            return null;
        });
    }

    void revokeKey() {
        database.transactions.call(tx -> {
            new SignerTable(tx).revoke(SIGNER, shop.now(), "stolen");
            return null;
        });
    }

    /** As the platform's persistence says it of a bundle. */
    void schemaFails(String reason) {
        says(SchemaFailure.class, () -> reason);
    }

    /** As the platform's persistence says it while scripts run. */
    void schemaIsUnderWay() {
        says(SchemaUnderWay.class, new SchemaUnderWay() {});
    }

    /** As the platform's persistence says it when tables are there. */
    void schemaIsThere() {
        says(Schema.class, new Schema() {});
    }

    private <S> void says(Class<S> what, S service) {
        framework.getBundleContext().registerService(what, service, new Hashtable<>(Map.of(Schema.BUNDLE, NAME)));
    }

    /** What runs of the component, as the framework says. */
    List<String> running() {
        return Stream.of(framework.getBundleContext().getBundles())
                .filter(bundle -> bundle.getLocation().startsWith("component:"))
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .map(bundle -> bundle.getVersion().toString())
                .toList();
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
        later.shutdown();
        later.awaitTermination(10, TimeUnit.SECONDS);
        database.close();
        try (Stream<Path> files = Files.walk(cache)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private final class UnsharedSettings implements SharedSettings {

        @Override
        public void refresh(java.util.Collection<String> pids) {
            if (!pids.isEmpty()) {
                whenRefreshed.run();
            }
        }

        @Override
        public Held hold(java.util.Collection<String> pids) {
            configurations.values.putAll(told);
            return () -> configurations.values.putAll(told);
        }

        @Override
        public Set<String> determined(String pid) {
            return determined.getOrDefault(pid, Set.of());
        }

        @Override
        public LeftOut leaveOut(java.util.function.Supplier<java.util.Collection<String>> pids) {
            return () -> {};
        }
    }
}
