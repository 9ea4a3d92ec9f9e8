package de.kreiswerk.launcher.run;

import static de.kreiswerk.launcher.run.Container.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.testing.component.DogTax;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/** A department's component is switched in the running platform: nobody who asks notices, and what is bad goes back by itself. */
class ComponentSwitchTest {

    private static final int SWITCHES = 30;

    @TempDir
    static Path data;

    private static Container container;
    private static Department department;

    @BeforeAll
    static void start() throws Exception {
        // What does not come to life is not waited for as long as where people deploy; long enough for all else.
        Files.writeString(
                data.resolve("settings.properties"),
                "de.kreiswerk.deployment.service.run.Engine/healthSeconds=4\n"
                        + "de.kreiswerk.deployment.service.run.Engine/startSeconds=4\n"
                        + "de.kreiswerk.deployment.service.run.Engine/stopSeconds=4\n");
        container = Container.start(data);
        department = Department.register(container);
        done(department.switchTo(department.upload("1.0.0", "good")), "1.0.0");
    }

    @AfterAll
    static void stop() {
        if (container != null) {
            container.close();
        }
    }

    @Test
    void thirtySwitchesUnderLoadLoseNoRequestAndLeaveNothingBehind() throws Exception {
        String[] archives = {department.upload("2.0.0", "good"), department.upload("2.0.1", "good")};
        done(department.switchTo(archives[1]), "2.0.1");
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        int threads = settledThreads();
        Readers readers = new Readers(8);
        for (int i = 0; i < SWITCHES; i++) {
            loaders.add(new WeakReference<>(
                    componentBundles().get(0).adapt(BundleWiring.class).getClassLoader()));
            done(department.switchTo(archives[i % 2]), i % 2 == 0 ? "2.0.0" : "2.0.1");
        }
        Map<String, Integer> outcomes = readers.stop();

        assertThat(outcomes.keySet()).as("%s", outcomes).isSubsetOf("200 Hundesteuer 2.0.0", "200 Hundesteuer 2.0.1");
        assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(500);
        assertThat(componentBundles()).hasSize(1);
        until("old class loaders are collected", () -> {
            System.gc();
            return loaders.stream().filter(loader -> loader.get() == null).count() >= SWITCHES - 1;
        });
        until("threads are back to their number", () -> settledThreads() <= threads);
        assertThat(new Registered(container.context()).failedServlets())
                .as("those of former versions, which the whiteboard tries again and again when it does not forget them")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "throws, START, no dogs today",
        "blocks, START, nach 4 Sekunden",
        "threads, START, Threads erzeugt",
        "lacks, CHECK, NobodyHasIt",
        "sick, CHECK, Status 500",
        "trespasses, CHECK, /vorlagen/hund"
    })
    void whatDoesNotWorkGoesBackByItselfAndIsNotTriedAgain(String behaviour, String phase, String reason)
            throws Exception {
        String before = container.getAsStranger("/ordnung/hund").body();
        String bad = department.upload("3.0." + behaviour.length() + "." + behaviour, behaviour);

        JsonNode ended = department.switchTo(bad);

        assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("UNDONE");
        assertThat(ended.path("reason").toString()).contains(reason);
        List<String> phases = ended.path("phases").findValuesAsText("phase");
        assertThat(phases.subList(phases.size() - 2, phases.size())).containsExactly(phase, "BACK");
        assertThat(container.getAsStranger("/ordnung/hund").body()).isEqualTo(before);
        assertThat(container.getAsStranger("/api/ordnung/v1/version").body()).isEqualTo(before);
        JsonNode component = department.component();
        assertThat(component.path("state").asText()).isEqualTo("RUNNING");
        assertThat(version(component, bad).path("state").asText()).isEqualTo("QUARANTINED");
        until("the bad one is gone", () -> componentBundles().size() == 1);
        until(
                "its threads are gone",
                () -> Thread.getAllStackTraces().keySet().stream()
                                .filter(thread -> thread.getThreadGroup() != null
                                        && thread.getThreadGroup().getName().startsWith("component-"))
                                .count()
                        == 0);
    }

    @Test
    void configurationsComeAndGoWithTheirVersion() throws Exception {
        String mail = Department.COMPONENT + ".mail";
        String first = department.upload("12.0.0", "good", """
                { "%s": { "betrag": "120", "frist": "14" } }""".formatted(Department.COMPONENT));
        String second = department.upload("12.1.0", "good", """
                { "%s": { "betrag": "130" }, "%s": { "an": "hund@kreis.example" } }""".formatted(Department.COMPONENT, mail));
        String bad = department.upload("12.2.0", "throws", """
                { "%s": { "betrag": "999" } }""".formatted(Department.COMPONENT));

        done(department.switchTo(first), "12.0.0");
        assertThat(configured(Department.COMPONENT)).isEqualTo(Map.of("betrag", "120", "frist", "14"));
        done(department.switchTo(second), "12.1.0");
        assertThat(configured(Department.COMPONENT)).isEqualTo(Map.of("betrag", "130"));
        assertThat(configured(mail)).isEqualTo(Map.of("an", "hund@kreis.example"));

        assertThat(department.switchTo(bad).path("state").asText()).isEqualTo("UNDONE");
        assertThat(configured(Department.COMPONENT)).as("as before").isEqualTo(Map.of("betrag", "130"));
        assertThat(configured(mail)).as("as before").isEqualTo(Map.of("an", "hund@kreis.example"));

        done(department.rollback(), "12.0.0");
        assertThat(configured(Department.COMPONENT)).isEqualTo(Map.of("betrag", "120", "frist", "14"));
        assertThat(configured(mail)).as("nothing asks for it").isNull();
    }

    @ParameterizedTest
    @CsvSource({"run.Engine, kept", "judge.Judge, imports"})
    void aSettingThatIsChangedMeanwhileEndsNoSwitch(String component, String setting) throws Exception {
        String before = container.getAsStranger("/ordnung/hund").body();
        String id = department.begin(department.upload("13.0." + setting.length(), "lacks"));
        until(
                "it is checked",
                () -> department.last().path("phases").findValuesAsText("phase").contains("CHECK"));

        change("de.kreiswerk.deployment.service." + component, setting, "6");

        JsonNode ended = department.await(id);
        assertThat(ended.path("reason").toString()).contains("NobodyHasIt");
        assertThat(container.getAsStranger("/ordnung/hund").body()).isEqualTo(before);
    }

    /** As the console does. */
    private static void change(String pid, String setting, String value) throws Exception {
        BundleContext context = container.context();
        Object admin = context.getService(context.getServiceReference("org.osgi.service.cm.ConfigurationAdmin"));
        Object configuration = asked(admin, "ConfigurationAdmin", "getConfiguration", pid, "?");
        Dictionary<String, Object> properties = new Hashtable<>();
        Dictionary<?, ?> now = (Dictionary<?, ?>) asked(configuration, "Configuration", "getProperties");
        if (now != null) {
            Collections.list(now.keys()).forEach(key -> properties.put(key.toString(), now.get(key)));
        }
        properties.put(setting, value);
        configuration
                .getClass()
                .getClassLoader()
                .loadClass("org.osgi.service.cm.Configuration")
                .getMethod("update", Dictionary.class)
                .invoke(configuration, properties);
    }

    /** What is configured under a PID, without what the platform adds; null when nothing is. */
    private static Map<String, Object> configured(String pid) throws Exception {
        BundleContext context = container.context();
        Object admin = context.getService(context.getServiceReference("org.osgi.service.cm.ConfigurationAdmin"));
        Object[] found =
                (Object[]) asked(admin, "ConfigurationAdmin", "listConfigurations", "(service.pid=" + pid + ")");
        if (found == null) {
            return null;
        }
        Dictionary<?, ?> properties = (Dictionary<?, ?>) asked(found[0], "Configuration", "getProperties");
        Map<String, Object> values = new TreeMap<>();
        for (Object key : Collections.list(properties.keys())) {
            if (!key.toString().contains(".")) {
                values.put(key.toString(), properties.get(key));
            }
        }
        return values;
    }

    /** The bundles' classes are not those of this class loader. */
    private static Object asked(Object service, String type, String method, String... arguments) throws Exception {
        Class<?>[] strings = new Class<?>[arguments.length];
        Arrays.fill(strings, String.class);
        return service.getClass()
                .getClassLoader()
                .loadClass("org.osgi.service.cm." + type)
                .getMethod(method, strings)
                .invoke(service, (Object[]) arguments);
    }

    @Test
    void whatNobodyWantsAnyMoreGoesBackAndMayBeTriedAgain() throws Exception {
        String before = container.getAsStranger("/ordnung/hund").body();
        String slow = department.upload("6.0.0", "blocks");

        JsonNode ended = department.switchToAndCancel(slow);

        assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("UNDONE");
        assertThat(ended.path("reason").path("german").asText()).contains("abgebrochen");
        assertThat(container.getAsStranger("/ordnung/hund").body()).isEqualTo(before);
        assertThat(version(department.component(), slow).path("state").asText()).isEqualTo("READY");
        until("the one that nobody wants is gone", () -> componentBundles().size() == 1);
    }

    @Test
    void whatClaimsAForeignAddressAfterItWasLetInIsTakenBack() throws Exception {
        String before = container.getAsStranger("/ordnung/hund").body();
        String late = department.upload("7.0.0", "late");
        done(department.switchTo(late), "7.0.0");

        System.setProperty(DogTax.LET_IN, "now");
        until("it is taken back", () -> department.last().path("kind").asText().equals("ROLLBACK"));
        assertThat(department.last().path("reason").path("german").asText())
                .as("why is said from the beginning")
                .contains("/vorlagen/hund");
        until("that has ended", () -> department.last().path("state").asText().equals("DONE"));

        assertThat(department.last().path("reason").path("german").asText()).contains("/vorlagen/hund");
        assertThat(version(department.component(), late).path("state").asText()).isEqualTo("QUARANTINED");
        until(
                "what ran before runs",
                () -> container.getAsStranger("/ordnung/hund").body().equals(before));
        assertThat(container.getAsStranger("/vorlagen/hund").body()).doesNotContain("Hundesteuer");
        until("the bad one is gone", () -> componentBundles().size() == 1);
    }

    /** It does not let itself be interrupted, and the framework waits for it without end; nobody else does. */
    @Test
    void whatCannotBeStoppedHoldsNobodyUpAndGoesAsSoonAsItCan() throws Exception {
        String before = container.getAsStranger("/ordnung/hund").body();
        String good = department.upload("5.0.0", "good");
        try {
            JsonNode ended = department.switchTo(department.upload("5.0.1", "stubborn"));

            assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("UNDONE");
            assertThat(container.getAsStranger("/ordnung/hund").body()).isEqualTo(before);
            done(department.switchTo(good), "5.0.0");
        } finally {
            System.setProperty(DogTax.RELEASED, "now");
        }
        until("the one that would not stop is gone", () -> componentBundles().size() == 1);
        assertThat(container.getAsStranger("/ordnung/hund").body()).isEqualTo("Hundesteuer 5.0.0");
    }

    @Test
    void itGoesBackToTheVersionBeforeAndAwayForGood() throws Exception {
        String first = department.upload("4.0.0", "good");
        String second = department.upload("4.1.0", "good");
        done(department.switchTo(first), "4.0.0");
        done(department.switchTo(second), "4.1.0");

        done(department.rollback(), "4.0.0");
        assertThat(department.component().path("active").asText()).isEqualTo(first);

        assertThat(department.remove().path("state").asText()).isEqualTo("DONE");
        assertThat(container.getAsStranger("/ordnung/hund").statusCode()).isEqualTo(404);
        assertThat(container.getAsStranger("/api/ordnung/v1/version").statusCode())
                .isEqualTo(404);
        assertThat(componentBundles()).isEmpty();
        assertThat(department.component().path("state").asText()).isEqualTo("OFF");

        done(department.switchTo(second), "4.1.0");
    }

    private static void done(JsonNode ended, String version) throws Exception {
        assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("DONE");
        assertThat(container.getAsStranger("/ordnung/hund").body()).isEqualTo("Hundesteuer " + version);
        assertThat(container.getAsStranger("/api/ordnung/v1/version").body()).isEqualTo("Hundesteuer " + version);
    }

    private static JsonNode version(JsonNode component, String archive) {
        for (JsonNode version : component.path("versions")) {
            if (version.path("archive").asText().equals(archive)) {
                return version;
            }
        }
        throw new AssertionError(archive + " is not among " + component);
    }

    private static List<Bundle> componentBundles() {
        return Arrays.stream(container.context().getBundles())
                .filter(bundle -> bundle.getLocation().startsWith("component:"))
                .toList();
    }

    private static int settledThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> !name.startsWith("qtp") && !name.startsWith("HttpClient") && !name.startsWith("reader"))
                .filter(name -> !name.startsWith("kreiswerk-db:") && !name.startsWith("ForkJoinPool"))
                .count();
    }

    /** Citizens. */
    private static final class Readers {

        private final ExecutorService pool;
        private final AtomicBoolean running = new AtomicBoolean(true);
        private final List<Future<Map<String, Integer>>> each = new ArrayList<>();

        Readers(int count) {
            this.pool = Executors.newFixedThreadPool(count, work -> new Thread(work, "reader"));
            for (int i = 0; i < count; i++) {
                String path = i % 2 == 0 ? "/ordnung/hund" : "/api/ordnung/v1/version";
                each.add(pool.submit(() -> {
                    Map<String, Integer> outcomes = new TreeMap<>();
                    while (running.get()) {
                        var answer = container.getAsStranger(path);
                        outcomes.merge(
                                answer.statusCode() == 200
                                        ? "200 " + answer.body()
                                        : answer.statusCode() + " at " + path,
                                1,
                                Integer::sum);
                    }
                    return outcomes;
                }));
            }
        }

        Map<String, Integer> stop() throws Exception {
            running.set(false);
            Map<String, Integer> outcomes = new TreeMap<>();
            for (Future<Map<String, Integer>> one : each) {
                one.get().forEach((outcome, count) -> outcomes.merge(outcome, count, Integer::sum));
            }
            pool.shutdown();
            return outcomes;
        }
    }
}
