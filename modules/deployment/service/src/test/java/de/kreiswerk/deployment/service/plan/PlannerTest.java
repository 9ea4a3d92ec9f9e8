package de.kreiswerk.deployment.service.plan;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.ComponentVersion.BundleStatement;
import de.kreiswerk.deployment.api.Plan;
import de.kreiswerk.deployment.api.Plan.BundleChange;
import de.kreiswerk.deployment.api.Plan.ConfigurationChange;
import de.kreiswerk.deployment.api.Plan.Kind;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.pack.Packer;
import de.kreiswerk.deployment.archive.zip.Limits;
import de.kreiswerk.deployment.service.framework.ComponentBundles;
import de.kreiswerk.deployment.service.plan.Planner.Question;
import de.kreiswerk.deployment.service.store.TypedValues;
import de.kreiswerk.deployment.service.store.VersionFacts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.resolver.Logger;
import org.apache.felix.resolver.ResolverImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.resolver.ResolutionException;
import org.osgi.service.resolver.ResolveContext;
import org.osgi.service.resolver.Resolver;

/** On a real framework, with the resolver that the platform has. */
class PlannerTest {

    private static final String DOGS = "de.example.dogs";
    private static final String CATS = "de.example.cats";

    @TempDir
    private Path cache;

    private Framework framework;
    private Planner planner;
    private ComponentBundles bundles;

    @BeforeEach
    void start() throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        Constants.FRAMEWORK_STORAGE_CLEAN,
                        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT));
        framework.start();
        planner = new Planner(framework.getBundleContext(), new ResolverImpl(new Logger(Logger.LOG_ERROR)));
        bundles = new ComponentBundles(framework.getBundleContext());
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    void aResolverThatDoesNotComeToAnEndIsToldSo() throws Exception {
        Resolver endless = proxy((proxy, method, arguments) -> {
            CountDownLatch cancelled = new CountDownLatch(1);
            ((ResolveContext) arguments[0]).onCancel(cancelled::countDown);
            cancelled.await();
            throw new ResolutionException("Cancelled");
        });
        Planner impatient = new Planner(framework.getBundleContext(), endless, Duration.ofMillis(50));

        Plan plan =
                impatient.plan(new Question(DOGS, Optional.empty(), archive(DOGS, "1.0.0", "", bundle(DOGS, "1.0.0"))));

        assertThat(plan.refusals())
                .extracting(Text::german)
                .singleElement()
                .asString()
                .startsWith("Ob die Bundles zusammenpassen, war nach 0 s nicht herauszufinden.");
    }

    private static Resolver proxy(InvocationHandler handler) {
        return (Resolver)
                Proxy.newProxyInstance(PlannerTest.class.getClassLoader(), new Class<?>[] {Resolver.class}, handler);
    }

    @Test
    void eachBundleThatComesGoesOrIsExchangedIsNamed() throws Exception {
        Archive after = archive(
                DOGS,
                "1.1.0",
                "",
                bundle("de.example.dogs.core", "1.0.0"),
                bundle("de.example.dogs.rebuilt", "1.0.0"),
                bundle("de.example.dogs.new", "1.0.0"),
                bundle(DOGS, "1.1.0"));
        VersionFacts before = facts(
                Map.of(),
                new BundleStatement("de.example.dogs.core", "1.0.0"),
                new BundleStatement("de.example.dogs.rebuilt", "1.0.0"),
                new BundleStatement(DOGS, "1.0.0"),
                new BundleStatement("de.example.dogs.old", "1.0.0"));
        Map<String, String> contents = Map.of(
                "de.example.dogs.core",
                sha256(after, "de.example.dogs.core"),
                "de.example.dogs.rebuilt",
                "0".repeat(64),
                DOGS,
                "1".repeat(64));

        Plan plan = planner.plan(new Question(DOGS, Optional.of(before), contents, after));

        assertThat(plan.bundles())
                .containsExactlyInAnyOrder(
                        new BundleChange(Kind.SAME, "de.example.dogs.core", "1.0.0", "1.0.0"),
                        new BundleChange(Kind.CHANGED, "de.example.dogs.rebuilt", "1.0.0", "1.0.0"),
                        new BundleChange(Kind.ADDED, "de.example.dogs.new", null, "1.0.0"),
                        new BundleChange(Kind.CHANGED, DOGS, "1.0.0", "1.1.0"),
                        new BundleChange(Kind.REMOVED, "de.example.dogs.old", "1.0.0", null));
        assertThat(plan.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.german())
                        .startsWith("Anderer Inhalt unter derselben Bundle-Version: de.example.dogs.rebuilt 1.0.0. "));
        assertThat(planner.plan(new Question(DOGS, Optional.of(before), null)).bundles())
                .hasSize(4)
                .allMatch(change -> change.kind() == Kind.REMOVED);
    }

    @Test
    void whatNobodyCanCompareIsNotSaidToStayTheSame() throws Exception {
        Archive after = archive(DOGS, "1.1.0", "", bundle(DOGS, "1.0.0"));
        VersionFacts before = facts(Map.of(), new BundleStatement(DOGS, "1.0.0"));

        Plan plan = planner.plan(new Question(DOGS, Optional.of(before), Map.of(), after));

        assertThat(plan.bundles()).containsExactly(new BundleChange(Kind.CHANGED, DOGS, "1.0.0", "1.0.0"));
        assertThat(plan.notes())
                .singleElement()
                .satisfies(note ->
                        assertThat(note.german()).startsWith("Ob der Inhalt derselbe bleibt, ist nicht bekannt"));
    }

    private static String sha256(Archive archive, String bundle) {
        return archive.component().bundles().stream()
                .filter(each -> each.symbolicName().equals(bundle))
                .findFirst()
                .orElseThrow()
                .sha256();
    }

    @Test
    void onlyWhatIsConfiguredDifferentlyCountsAsChanged() throws Exception {
        Archive after = archive(DOGS, "1.1.0", """
                , "configurations": {
                    "de.example.same": { "days": 30, "names": [ "a", "b" ], "on": true },
                    "de.example.other": { "days": 31, "secret": "new", "kept": "x" },
                    "de.example.new": { "url": "u" } }
                """, bundle(DOGS, "1.1.0"));
        Object days = after.component().configurations().get("de.example.same").get("days");
        assertThat(days).as("as component.json has it").isEqualTo(30L);
        VersionFacts before = facts(Map.of(
                "de.example.same",
                after.component().configurations().get("de.example.same"),
                "de.example.other",
                Map.of("days", 30L, "gone", "g", "kept", "x"),
                "de.example.old",
                Map.of("a", "b")));

        assertThat(planner.plan(new Question(DOGS, Optional.of(before), after)).configurations())
                .containsExactly(
                        new ConfigurationChange(Kind.ADDED, "de.example.new", List.of("url")),
                        new ConfigurationChange(Kind.REMOVED, "de.example.old", List.of("a")),
                        new ConfigurationChange(Kind.CHANGED, "de.example.other", List.of("days", "gone", "secret")),
                        new ConfigurationChange(Kind.SAME, "de.example.same", List.of()));
    }

    @Test
    void aMissingPackageIsNamedWithTheVersionThatIsWantedAndThoseThatThereAre() throws Exception {
        install(bundle("platform.one", "1.0.0", "Export-Package", "org.example.api;version=1.3.0"));

        assertThat(refusals(bundle(DOGS, "1.0.0", "Import-Package", "org.example.api;version=\"[2,3)\"")))
                .singleElement()
                .asString()
                .contains("org.example.api in der Version [2.0.0,3.0.0)", "hier gibt es 1.3.0");
        assertThat(refusals(bundle(DOGS, "1.0.0", "Import-Package", "org.example.none;version=1")))
                .singleElement()
                .asString()
                .contains("org.example.none", "hier bietet es niemand");
        assertThat(refusals(
                        bundle(DOGS, "1.0.0", "Require-Capability", "osgi.extender;filter:=\"(osgi.extender=none)\"")))
                .singleElement()
                .asString()
                .contains("osgi.extender", "hier niemand bietet");
        assertThat(refusals(bundle(
                        DOGS,
                        "1.0.0",
                        "Import-Package",
                        "org.example.api;version=\"[1,2)\",org.example.none;resolution:=optional")))
                .isEmpty();
    }

    @Test
    void whatTheComponentAsksForAndNobodyCanReadIsNamed() throws Exception {
        for (String asked : List.of("org.example;age:Long='q'", "org.example;filter:='(a=b'", ";;")) {
            String description = description(DOGS, "1.0.0", "")
                    .replace(
                            "\"department\"",
                            "\"requires\": [ \"" + asked.replace("'", "\\\"") + "\" ], \"department\"");
            Question question = new Question(DOGS, Optional.empty(), pack(description, bundle(DOGS, "1.0.0")));

            assertThat(planner.plan(question).refusals())
                    .as(asked)
                    .singleElement()
                    .satisfies(why -> assertThat(why.german()).startsWith("Unter „requires“ von component.json"));
        }
    }

    @Test
    void aPackageFromTwoSidesIsSaidInOneSentence() throws Exception {
        install(bundle("platform.old", "1.0.0", "Export-Package", "org.example.p;version=1.0.0"));
        install(bundle("platform.new", "1.0.0", "Export-Package", "org.example.p;version=2.0.0"));
        install(bundle(
                "platform.user",
                "1.0.0",
                "Import-Package",
                "org.example.p;version=\"[1,2)\"",
                "Export-Package",
                "org.example.q;uses:=org.example.p"));

        assertThat(refusals(bundle(DOGS, "1.0.0", "Import-Package", "org.example.p;version=\"[2,3)\",org.example.q")))
                .singleElement()
                .asString()
                .startsWith("Das Paket org.example.p käme für " + DOGS + " von zwei Seiten: von ")
                .contains("platform.old", "platform.new")
                .doesNotContain("Uses constraint", "osgi.wiring");
    }

    @Test
    void whatTheResolverSaysOtherwiseIsNotLost() {
        assertThat(Conflict.sentence("Something else").german()).endsWith("Something else");
        assertThat(Conflict.sentence(null).english()).startsWith("The bundles do not fit");
    }

    @Test
    void componentsThatWouldStopAreNamedAndPartsOfThePlatformAreNeverTouched() throws Exception {
        Archive running = archive(
                DOGS, "1.0.0", "", bundle(DOGS, "1.0.0", "Export-Package", "de.example.dogs.api;version=1.0.0"));
        resolve(bundles.install(running));
        Archive user = archive(CATS, "1.0.0", "", bundle(CATS, "1.0.0", "Import-Package", "de.example.dogs.api"));
        resolve(bundles.install(user));
        Archive after = archive(DOGS, "1.1.0", "", bundle(DOGS, "1.1.0"));

        Plan plan = planner.plan(new Question(DOGS, Optional.empty(), after));

        assertThat(plan.refreshed()).containsExactly(CATS);
        assertThat(plan.dependants()).containsExactly(CATS);
        assertThat(plan.refusals())
                .singleElement()
                .satisfies(why -> assertThat(why.german()).contains("müssten angehalten werden: " + CATS));

        resolve(List.of(install(bundle("platform.part", "1.0.0", "Import-Package", "de.example.dogs.api"))));

        assertThat(planner.plan(new Question(DOGS, Optional.empty(), null)).refusals())
                .anySatisfy(why -> assertThat(why.german())
                        .contains("Bausteine der Plattform", "neu gestartet werden: platform.part"));
    }

    @Test
    void aNewVersionMayUseWhatItExportsItselfThoughTheOldOneStillRuns() throws Exception {
        Archive running = archive(
                DOGS, "1.0.0", "", bundle(DOGS, "1.0.0", "Export-Package", "de.example.dogs.api;version=1.0.0"));
        resolve(bundles.install(running));

        Plan plan = planner.plan(new Question(
                DOGS,
                Optional.empty(),
                archive(
                        DOGS,
                        "2.0.0",
                        "",
                        bundle("de.example.dogs.api", "2.0.0", "Export-Package", "de.example.dogs.api;version=2.0.0"),
                        bundle(DOGS, "2.0.0", "Import-Package", "de.example.dogs.api;version=\"[2,3)\""))));
        assertThat(plan.refusals()).isEmpty();

        // What goes is not there for what comes.
        assertThat(refusals(bundle(DOGS, "1.0.1", "Import-Package", "de.example.dogs.api;version=\"[1,2)\"")))
                .singleElement()
                .asString()
                .contains("de.example.dogs.api");
    }

    private List<String> refusals(byte[] bundle) throws Exception {
        return planner
                .plan(new Question(DOGS, Optional.empty(), archive(DOGS, "1.0.1", "", bundle)))
                .refusals()
                .stream()
                .map(Text::german)
                .toList();
    }

    private Bundle install(byte[] bundle) throws Exception {
        int number = framework.getBundleContext().getBundles().length;
        Bundle installed =
                framework.getBundleContext().installBundle("platform:" + number, new ByteArrayInputStream(bundle));
        installed.start();
        return installed;
    }

    private void resolve(List<Bundle> installed) {
        assertThat(bundles.resolve(installed)).isEmpty();
    }

    private static VersionFacts facts(Map<String, Map<String, Object>> configured, BundleStatement... bundles) {
        return new VersionFacts(
                new Text("Hunde", "Dogs"),
                new Text("", ""),
                "signer",
                List.of(bundles),
                List.of(),
                Set.of(),
                TypedValues.write(configured));
    }

    private static Archive archive(String name, String version, String more, byte[]... jars) throws Exception {
        return pack(description(name, version, more), jars);
    }

    private static Archive pack(String description, byte[]... jars) throws Exception {
        return Packer.pack(description.getBytes(StandardCharsets.UTF_8), List.of(jars), Limits.standard());
    }

    private static String description(String name, String version, String more) {
        return """
                {
                  "feature-resource-version": "1.0",
                  "id": "de.example:%s:%s",
                  "extensions": { "de.kreiswerk.component": { "kind": "mandatory", "type": "JSON",
                    "json": { "department": "Ordnung", "title": { "de": "Hunde" } } } }%s
                }
                """.formatted(name, version, more);
    }

    private static byte[] bundle(String name, String version, String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                "Manifest-Version",
                "1.0",
                "Bundle-ManifestVersion",
                "2",
                "Bundle-SymbolicName",
                name,
                "Bundle-Version",
                version));
        all.addAll(List.of(headers));
        Manifest manifest = new Manifest();
        for (int i = 0; i < all.size(); i += 2) {
            manifest.getMainAttributes().put(new Attributes.Name(all.get(i)), all.get(i + 1));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        return bytes.toByteArray();
    }
}
