package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.CommandLine;
import de.kreiswerk.runtime.acceptance.fixture.Database;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.SampleComponent;
import de.kreiswerk.runtime.acceptance.fixture.Settings;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.acceptance.fixture.StoredPapers;
import de.kreiswerk.runtime.acceptance.fixture.StoredTables;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import de.kreiswerk.runtime.testing.AtOnce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code kreiswerk backup} while the platform runs and is written to, {@code kreiswerk restore} into an empty one. */
@Execution(ExecutionMode.CONCURRENT)
class BackupTest {

    private static final Set<String> NOT_IN_IT = Set.of(
            "core_lease",
            "core_migrated",
            "core_backup",
            "identity_session",
            "deployment_node",
            "deployment_node_run",
            "deployment_start");
    private static final Set<String> TRAIL = Set.of(
            "audit_record",
            "audit_order",
            "audit_pending",
            "audit_tile",
            "audit_checkpoint",
            // Made from the records, on either side whenever it comes to it.
            "audit_index",
            "audit_kind",
            "audit_hour",
            // How far these were compared: goes on all the time.
            "audit_index_walk");
    private static final boolean FULL = Boolean.getBoolean("kreiswerk.full");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SETTINGS = "/admin/einstellungen/de.kreiswerk.core.web.county";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @OnEachDatabase
    void whatWasBackedUpIsThereAgainOnEachDatabase(Starter starter) throws IOException {
        Platform platform = starter.start("--no-demo");
        String reference = platform.freshReference();
        String id = platform.papers()
                .importAndPublish(Vorlage.numbered(reference)
                        .attaching("Plan", "öffentlich")
                        .text())
                .field("id");
        byte[] plan = "Süden unten\n".repeat(60_000).getBytes(StandardCharsets.UTF_8);
        platform.papers().attach(id, 1, "plan.txt", "text/plain", plan).is(200);
        platform.operator()
                .post(SETTINGS, FORM, "stand=0&w.name=Landkreis+Wiederkehr")
                .is(303);
        SampleComponent component = SampleComponent.on(platform, "ziegen");
        component.deploy(platform, "1.0.0", SampleComponent.Trait.REMEMBERS);
        Eventually.holds("its tables are there", PATIENCE, () -> component.rows(platform, "ziegen_owner") == 2);
        Path file = folder.resolve("quiet.backup");
        backUp(platform, file);
        assertThat(restore(file, platform).exits(1).err())
                .contains("wird schon von einem laufenden Kreiswerk benutzt")
                .hasLineCount(1);
        platform.awaitNumbersOfTheLast();
        platform.stop();
        SortedMap<String, List<String>> before = StoredTables.of(platform);

        for (Database.Kind kind : targets(starter)) {
            Platform restored = starter.prepare(Settings.of("--no-demo"), kind);
            // The words do not depend on the database.
            if (starter.kind() == Database.Kind.POSTGRESQL || FULL) {
                assertWhatCannotBeRestoredIsSaidInOneSentence(file, platform, restored);
                assertThat(StoredTables.of(platform)).isEqualTo(before);
            }
            String said = restore(file, restored).exits(0).out();

            assertThat(said).contains("Wiederhergestellt", "Hauptschlüssel");
            assertTheSame(before, StoredTables.of(restored));
            copyKeys(platform, restored);
            restored.start();
            String page = "/vorlagen/" + reference.replace('/', '-');
            assertThat(restored.stranger().get(page).is(200).text()).contains(reference, "Landkreis Wiederkehr");
            assertThat(restored.stranger().get(page + "/anlagen/1").is(200).text())
                    .isEqualTo(new String(plan, StandardCharsets.UTF_8));
            Eventually.holds(
                    "the component of the backup serves",
                    PATIENCE,
                    () -> restored.stranger().get(component.address()).text().equals("1.0.0"));
            assertThat(component.rows(restored, "ziegen_owner")).isEqualTo(2);
            assertThat(restored.operator()
                            .get("/api/identity/v1/accounts")
                            .is(200)
                            .text())
                    .contains("\"admin\"");
            restored.papers()
                    .importText(
                            Vorlage.numbered(restored.freshReference() + "9").text())
                    .is(201);
            restored.awaitNumbersOfTheLast();
            restored.stop();
            assertThat(StoredPapers.of(restored).faults()).noneMatch(fault -> fault.contains("number"));
        }
    }

    @OnOneDatabase
    void writersMeanwhileAreThereAsAWholeOrNotAtAll(Starter starter) throws IOException {
        Platform platform = starter.start("--no-demo");
        Path file = folder.resolve("busy.backup");
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger imported = new AtomicInteger();
        List<Integer> all = AtOnce.run(4, writer -> {
            if (writer == 3) {
                Eventually.holds("some papers", PATIENCE, () -> imported.get() >= 30);
                backUp(platform, file);
                done.set(true);
                return 0;
            }
            int count = 0;
            while (!done.get()) {
                String reference = String.format("20%d/%04d", 60 + writer, ++count);
                platform.papers()
                        .importAndPublish(Vorlage.numbered(reference)
                                .goesTo("Kreistag", "Entscheidung", "08.07.2031", "Ö")
                                .text())
                        .is(201);
                imported.incrementAndGet();
            }
            return count;
        });
        platform.stop();

        Platform restored = starter.prepare(Settings.of("--no-demo"), starter.kind());
        restore(file, restored).exits(0);
        copyKeys(platform, restored);
        restored.start();
        int found = restored.papers().all().size();
        restored.awaitNumbers();
        restored.stop();

        assertThat(found).isBetween(30, all.stream().mapToInt(Integer::intValue).sum());
        assertThat(StoredPapers.of(restored).faults()).isEmpty();
    }

    /** What was refused leaves nothing: the tables of either are compared afterwards. */
    private void assertWhatCannotBeRestoredIsSaidInOneSentence(Path file, Platform stopped, Platform empty)
            throws IOException {
        assertThat(restore(file, stopped).exits(1).err()).contains("nicht leer").hasLineCount(1);
        byte[] bytes = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut.backup"), Arrays.copyOf(bytes, bytes.length - 200));
        assertThat(restore(cut, empty).exits(1).err()).contains("abgeschnitten").hasLineCount(1);
        assertThat(restore(folder.resolve("none"), empty).exits(1).err()).hasLineCount(1);
        assertThat(new CommandLine().run("restore").exits(2).err()).hasLineCount(1);
    }

    private static List<Database.Kind> targets(Starter starter) {
        boolean one = !System.getProperty("kreiswerk.database", "").isBlank();
        if (starter.kind() != Database.Kind.H2 || one) {
            return List.of(starter.kind());
        }
        return FULL ? List.of(Database.Kind.H2, Database.Kind.POSTGRESQL) : List.of(Database.Kind.POSTGRESQL);
    }

    private static void backUp(Platform platform, Path file) {
        assertThat(new CommandLine()
                        .run("backup", "--data", platform.data(), file)
                        .exits(0)
                        .out())
                .contains(file.toString(), "gesichert");
    }

    private static CommandLine.Result restore(Path file, Platform into) {
        CommandLine line = new CommandLine();
        into.database().environment().forEach(line::with);
        return line.run("restore", "--data", into.data(), file);
    }

    private static void copyKeys(Platform from, Platform to) throws IOException {
        Files.createDirectories(to.data().resolve("keys"));
        for (String key : List.of("keys/master.key", "keys/seal.key")) {
            Files.copy(from.data().resolve(key), to.data().resolve(key));
        }
    }

    /** All tables; of the trail only the record of the backup's own end came later. */
    private static void assertTheSame(SortedMap<String, List<String>> before, SortedMap<String, List<String>> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((table, rows) -> {
            if (NOT_IN_IT.contains(table)) {
                return;
            }
            if (TRAIL.contains(table)) {
                assertThat(after.get(table)).as(table).isNotNull();
            } else {
                assertThat(withoutUse(after.get(table))).as(table).isEqualTo(withoutUse(rows));
            }
        });
        List<String> later = new ArrayList<>(before.get("audit_record"));
        later.removeAll(after.get("audit_record"));
        assertThat(before.get("audit_record")).containsAll(after.get("audit_record"));
        assertThat(later).singleElement().asString().contains("backup.finished");
        for (String table : List.of("audit_order", "audit_checkpoint")) {
            assertThat(before.get(table)).as(table).containsAll(after.get(table));
        }
    }

    /** Once a minute it is noted that a token was used, and that minute may end while the backup is made. */
    private static List<String> withoutUse(List<String> rows) {
        return rows.stream()
                .map(row -> row.replaceFirst("last_used=[^,\\]]*", "last_used"))
                .toList();
    }
}
