package de.kreiswerk.audit.log.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.audit.api.TrailPage;
import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.audit.api.TrailRecord;
import de.kreiswerk.audit.log.AuditTrailService;
import de.kreiswerk.audit.log.Platform;
import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.audit.log.checkpoint.LogSigner;
import de.kreiswerk.audit.log.reads.ReadsRecorder;
import de.kreiswerk.audit.log.seal.TestSeal;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.audit.AuditEvent.PersonalField;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.NoteSignature;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.core.notekit.VerifierKey;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchServiceTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Caller AUDITOR = caller("audit.read", "audit.read-persons");
    private static final Caller WITHOUT_PERSONS = caller("audit.read");
    private static final TrailQuery ALL = query(null, null);

    private static final SignerKey KEY = TestSeal.key();

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theNewestComeFirstAndPagesMissNothing(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 23);
            index(database);

            List<String> found = new ArrayList<>();
            TrailPage page = search(database).find(AUDITOR, paged(ALL, null, 5));
            while (page.next() != null) {
                assertThat(page.unfinished()).isFalse();
                page.records().forEach(record -> found.add(record.objectId()));
                page = search(database).find(AUDITOR, paged(ALL, page.next(), 5));
            }
            page.records().forEach(record -> found.add(record.objectId()));

            assertThat(found)
                    .hasSize(23)
                    .doesNotHaveDuplicates()
                    .startsWith("thing-22")
                    .endsWith("thing-0");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsAskedForIsFoundAndNothingElse(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            write(
                    database,
                    event("proposals", "paper.published", "Paper", "p-1").inDepartment("planning"));
            write(
                    database,
                    event("proposals", "paper.published", "Paper", "p-2").with("reference", "2026/127"));
            write(database, event("proposals", "paper.withdrawn", "Paper", "p-1"));
            write(
                    database,
                    new AuditEvent(
                            AUDITOR,
                            "identity",
                            "sign-in",
                            "Account",
                            "a-1",
                            null,
                            Outcome.DENIED,
                            Map.of(),
                            List.of()));
            index(database);

            assertThat(objects(
                            database,
                            new TrailQuery(null, null, "identity", null, null, null, null, null, null, null, 9)))
                    .containsExactly("a-1");
            assertThat(objects(
                            database,
                            new TrailQuery(
                                    null, null, "proposals", "paper.published", null, null, null, null, null, null, 9)))
                    .containsExactly("p-2", "p-1");
            assertThat(objects(database, TrailQuery.about("Paper", "p-1", 9))).hasSize(2);
            assertThat(objects(database, TrailQuery.about("Account", "p-1", 9))).isEmpty();
            assertThat(objects(
                            database,
                            new TrailQuery(null, null, null, null, null, null, "planning", null, null, null, 9)))
                    .containsExactly("p-1");
            assertThat(objects(
                            database,
                            new TrailQuery(null, null, null, null, null, null, null, Outcome.DENIED, null, null, 9)))
                    .containsExactly("a-1");
            assertThat(objects(
                            database,
                            new TrailQuery(
                                    null, null, "proposals", null, null, null, null, Outcome.SUCCESS, null, null, 9)))
                    .hasSize(3);
            assertThat(objects(database, query("2026/127", null))).containsExactly("p-2");
            assertThat(objects(database, query("PAPER.WITH", null))).containsExactly("p-1");
            assertThat(objects(database, query("Auditor", null))).isEmpty();
            assertThat(search(database).choices(AUDITOR).actions())
                    .containsExactly("paper.published", "paper.withdrawn", "sign-in");
            assertThat(search(database).choices(AUDITOR).departments()).containsExactly("planning");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aTimeIncludesItsBeginningAndNotItsEnd(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 1);
            index(database);
            Instant made = search(database).find(AUDITOR, ALL).records().get(0).time();

            assertThat(objects(database, between(made, made.plusMillis(1)))).hasSize(1);
            assertThat(objects(database, between(LONG_AGO, made))).isEmpty();
            assertThat(objects(database, between(made.plusMillis(1), null))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void recordsOfManyKindsComeInOneOrderAndPagesMissNothing(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            for (int i = 0; i < 40; i++) {
                // Some kinds often, others once.
                String action = i % 13 == 0 ? "rare-" + i : "often-" + i % 3;
                write(database, event(i % 2 == 0 ? "even" : "odd", action, "Thing", "thing-" + i));
            }
            index(database);
            AuditSearch search = search(database, 6);

            for (String text : Arrays.asList(null, "often")) {
                List<String> found = new ArrayList<>();
                String after = null;
                do {
                    TrailPage page = search.find(
                            AUDITOR, new TrailQuery(null, null, "even", null, null, null, null, null, text, after, 4));
                    page.records().forEach(record -> found.add(record.objectId()));
                    after = page.next();
                } while (after != null);

                assertThat(found)
                        .as("text %s", text)
                        .containsExactlyElementsOf(IntStream.iterate(38, i -> i >= 0, i -> i - 2)
                                .filter(i -> text == null || i % 13 != 0)
                                .mapToObj(i -> "thing-" + i)
                                .toList());
            }
            assertThat(objects(
                            database,
                            new TrailQuery(null, null, "neither", null, null, null, null, null, null, null, 9)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aTimeIsFoundWhereAClockWasSetBack(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            Instant noon = Instant.parse("2026-03-02T12:00:00Z");
            int[] minutes = {0, 50, 130, -70, 5, 70, 131};
            for (int i = 0; i < minutes.length; i++) {
                AuditRecord record = recorded(i + 1, noon.plusSeconds(60L * minutes[i]));
                database.transactions.call(tx -> {
                    new IndexTable(tx).add(List.of(IndexTable.Row.of(record)));
                    return null;
                });
            }

            assertThat(numbers(database, between(noon, noon.plusSeconds(3600)))).containsExactly(5L, 2L, 1L);
            assertThat(numbers(database, between(noon.plusSeconds(3600), noon.plusSeconds(7200))))
                    .containsExactly(6L);
            assertThat(numbers(database, between(null, noon))).containsExactly(4L);
            assertThat(numbers(database, between(noon.plusSeconds(7200), null))).containsExactly(7L, 3L);
            assertThat(numbers(database, between(noon.plusSeconds(36_000), null)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatSomebodyDidToThemselvesIsNotFoundByWhoTheyAre(Engine engine) throws IOException {
        try (TestDatabase database = TestTrail.database(engine)) {
            // Who acts in these tests is called a.
            write(database, event("identity", "account.created", "Account", "a-1"));
            write(database, own("signed-in", "signed-in"));
            write(database, by("clerk", "account.locked", "a"));
            write(database, own("signed-out", "elsewhere"));
            index(database);
            TestSeal.seal(database, KEY, data);

            TrailQuery history = TrailQuery.about("Account", "a", 9);
            assertThat(found(database, history)).containsExactly(3L);
            assertThat(found(database, new TrailQuery(null, null, null, null, null, "a", null, null, null, null, 1)))
                    .containsExactly(3L);
            assertThat(packed(database, null, "Account", "a", null)).containsExactly(3L);
            // By other words, and without saying who it was.
            assertThat(found(database, query("elsewhere", null))).containsExactly(4L);
            assertThat(objects(database, query("elsewhere", null))).containsExactly("");
            assertThat(found(
                            database,
                            new TrailQuery(null, null, null, "signed-in", null, null, null, null, null, null, 9)))
                    .containsExactly(2L);
            assertThat(text(unzipped(database, query("elsewhere", null)), "records.csv"))
                    .contains(";\"signed-out\";\"Account\";\"\";");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theTextOfAnIdDoesNotFindWhatItsPersonDidToThemselves(Engine engine) throws IOException {
        try (TestDatabase database = TestTrail.database(engine)) {
            write(database, by("person-4711", "signed-in", "person-4711"));
            write(database, by("clerk", "account.locked", "person-4711"));
            index(database);
            TestSeal.seal(database, KEY, data);

            assertThat(found(database, query("son-4711", null))).containsExactly(2L);
            assertThat(packed(database, null, null, null, "person-4711")).containsExactly(2L);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void behindManyThatAreLeftOutTheOthersAreFound(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            for (int i = 0; i < 20; i++) {
                write(database, i % 5 == 0 ? by("clerk", "account.changed", "a") : own("signed-in", "x"));
            }
            index(database);

            List<Long> all = new ArrayList<>();
            TrailPage page;
            String after = null;
            do {
                page = search(database)
                        .find(AUDITOR, new TrailQuery(null, null, null, null, null, "a", null, null, null, after, 2));
                assertThat(page.unfinished()).isFalse();
                page.records().forEach(record -> all.add(record.sequence()));
                after = page.next();
            } while (after != null);
            assertThat(all).containsExactly(16L, 11L, 6L, 1L);

            TrailPage broken = search(database, 3)
                    .find(AUDITOR, new TrailQuery(null, null, null, null, null, "a", null, null, null, null, 3));
            assertThat(broken.unfinished()).isTrue();
            assertThat(broken.next()).isNotNull();
        }
    }

    private static AuditEvent own(String action, String detail) {
        return event("identity", action, "Account", "a").with("how", detail);
    }

    private static AuditEvent by(String subject, String action, String account) {
        Caller caller = new Caller(subject, "Somebody", Set.of(), "test", Instant.EPOCH, "req");
        return AuditEvent.success(caller, "identity", action, "Account", account);
    }

    private static List<Long> found(TestDatabase database, TrailQuery query) {
        return search(database).find(AUDITOR, query).records().stream()
                .map(TrailRecord::sequence)
                .toList();
    }

    private static AuditRecord recorded(long sequence, Instant time) {
        return new AuditRecord(sequence, "id-" + sequence, time, "test", "done", "Thing", "thing", "{}");
    }

    private static List<Long> numbers(TestDatabase database, TrailQuery query) {
        return database.transactions.call(tx -> new Finder(tx, query, 100).page(Long.MAX_VALUE, 50)).found().stream()
                .map(Found::sequence)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWouldBeAPatternIsText(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            write(database, event("test", "rated", "Thing", "t-1").with("share", "50 % of_all!"));
            write(database, event("test", "rated", "Thing", "t-2").with("share", "50 of all"));
            index(database);

            for (String text : List.of("%", "_", "!", "50 %", "of_all!")) {
                assertThat(objects(database, query(text, null))).as(text).containsExactly("t-1");
            }
            assertThat(objects(database, query("' or 1=1 --", null))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aSearchThatLookedAtManyRecordsSaysSoAndGoesOn(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            write(database, event("test", "written", "Thing", "needle"));
            TestTrail.write(database, 25);
            index(database);
            AuditSearch search = search(database, 10);

            TrailPage page = search.find(AUDITOR, query("needle", null));
            int pages = 1;
            while (page.records().isEmpty()) {
                assertThat(page.unfinished()).isTrue();
                page = search.find(AUDITOR, query("needle", page.next()));
                pages++;
            }

            assertThat(pages).isEqualTo(3);
            assertThat(page.records().get(0).objectId()).isEqualTo("needle");
            assertThat(page.next()).isNull();
            // What is not narrowed down needs no end.
            assertThat(search.find(AUDITOR, ALL).unfinished()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatItSaysOfPersonsIsForThoseWhoMayAndGoesWithTheirKey(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            AuditEvent event = new AuditEvent(
                    AUDITOR,
                    "test",
                    "named",
                    "Thing",
                    "t",
                    null,
                    Outcome.SUCCESS,
                    Map.of(),
                    List.of(new PersonalField("person-1", "mail", "erika@example.de")));
            write(database, event);
            index(database);

            assertThat(values(search(database).record(AUDITOR, 1)))
                    .containsExactlyInAnyOrderEntriesOf(Map.of("name", "Auditor", "mail", "erika@example.de"));
            assertThat(search(database).record(WITHOUT_PERSONS, 1).personal())
                    .hasSize(2)
                    .allMatch(each -> each.value() == null && each.erased() == null);
            assertThat(search(database).find(AUDITOR, ALL).records().get(0).personal())
                    .isEmpty();

            database.execute("update audit_subject_key set wrapped = null, destroyed = timestamp '2026-11-27 08:00:00'"
                    + " where subject = 'person-1'");

            TrailRecord record = search(database).record(AUDITOR, 1);
            assertThat(record.personal())
                    .filteredOn(each -> each.subject().equals("person-1"))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.value()).isNull();
                        assertThat(each.erased()).isNotNull();
                    });
            assertThat(values(record)).containsEntry("name", "Auditor");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void itIsForAuditorsOfTheWholeCountyAndRefusesWhatItCannotRead(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            Caller other = new Caller(
                    "a", "Auditor", Set.of(new Grant("audit.read", "planning")), "test", Instant.EPOCH, "req");
            AuditSearch search = search(database);

            refused("permission-missing", () -> search.find(other, ALL));
            refused("permission-missing", () -> search.record(other, 1));
            refused("permission-missing", () -> search.choices(other));
            refused("permission-missing", () -> search.writePackage(other, ALL, new ByteArrayOutputStream()));
            refused("record-not-found", () -> search.record(AUDITOR, 1));
            for (String position : List.of("", "x", "1-2", "-1", "9999999999999999999")) {
                refused("trail-position-malformed", () -> search.find(AUDITOR, query(null, position)));
            }
            assertThat(search.find(AUDITOR, query(null, "999999999999999999")).records())
                    .isEmpty();
            refused("trail-text-too-long", () -> search.find(AUDITOR, query("x".repeat(101), null)));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void noRecordIsOneThatTheIndexCannotTake(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            write(database, event("test", "written", "Thing", "odd").with("note", "a\0b " + "\u0130".repeat(20_000)));
            write(database, event("test", "written", "Thing", "long").inDepartment("d".repeat(5_000)));
            write(database, event("test", "written", "Thing", "last"));
            index(database);

            assertThat(objects(database, ALL)).containsExactly("last", "long", "odd");
            assertThat(search(database).record(AUDITOR, 2).department()).hasSize(5_000);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRecordThatWasChangedHidesNoOther(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 3);
            database.execute("update audit_record set canonical = 'no JSON' where object_id = 'thing-1'");
            index(database);

            assertThat(objects(database, ALL)).containsExactly("thing-2", "", "thing-0");
            assertThat(search(database).record(AUDITOR, 2).action()).isEqualTo("unreadable");
            database.execute("update audit_record set canonical = replace(canonical, '\"name\":\"', '\"name\":\"A')");
            assertThat(search(database).record(AUDITOR, 3).personal())
                    .singleElement()
                    .satisfies(each -> assertThat(each.value()).isNull());
            database.execute("delete from audit_record where object_id = 'thing-2'");
            assertThat(objects(database, ALL)).containsExactly("", "", "thing-0");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPackageIsNotMadeFromAnIndexThatIsBehind(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 3);
            TestSeal.seal(database, KEY, data);

            refused("index-behind", () -> search(database).writePackage(AUDITOR, ALL, new ByteArrayOutputStream()));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anIndexThatIsGoneIsMadeAnew(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 3);
            index(database);
            database.execute("delete from audit_index");

            index(database);

            assertThat(objects(database, ALL)).hasSize(3);
            assertThat(search(database).choices(AUDITOR).areas()).containsExactly("test");
        }
    }

    @Test
    void aPackageIsWholeWithoutAManifestWhileTheKeyIsAway() throws Exception {
        LogSigner away = new LogSigner() {
            @Override
            public VerifierKey verifier() {
                return KEY.verifier();
            }

            @Override
            public NoteSignature sign(String text) {
                throw new UncheckedIOException("The key store is away", new IOException());
            }
        };
        try (TestDatabase database = TestTrail.database(Engine.H2)) {
            TestTrail.write(database, 3);
            TestSeal.seal(database, KEY, data);
            index(database);

            assertThat(unzipped(search(database, away, 1000), ALL).keySet())
                    .contains("checkpoint", "records.jsonl", "records.csv")
                    .doesNotContain("manifest");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPackageOfSeveralKindsHasEachRecordOnceInTheOrderOfTheTrail(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            for (int i = 0; i < 60; i++) {
                write(
                        database,
                        event(i % 5 == 0 ? "other" : "council", "done-" + i % 7, "Thing", "o-" + i % 4)
                                .with("note", i % 3 == 0 ? "third" : "else"));
            }
            TestSeal.seal(database, KEY, data);
            index(database);

            assertThat(packed(database, "council", null, null, null))
                    .containsExactlyElementsOf(numbers(i -> i % 5 != 0));
            assertThat(packed(database, "council", null, null, "third"))
                    .containsExactlyElementsOf(numbers(i -> i % 5 != 0 && i % 3 == 0));
            assertThat(packed(database, "council", "Thing", "o-1", null))
                    .containsExactlyElementsOf(numbers(i -> i % 5 != 0 && i % 4 == 1));
            for (String id : new String[] {null, "o-1"}) {
                refused("nothing-to-export", () -> packed(database, "neither", "Thing", id, null));
            }
        }
    }

    private static List<Long> numbers(IntPredicate wanted) {
        return IntStream.range(0, 60).filter(wanted).mapToObj(i -> i + 1L).toList();
    }

    /** The numbers of the records in a package, as they come. */
    private static List<Long> packed(TestDatabase database, String area, String type, String id, String text)
            throws IOException {
        TrailQuery query = new TrailQuery(null, null, area, null, type, id, null, null, text, null, 9);
        return text(unzipped(database, query), "records.jsonl")
                .lines()
                .map(line -> Long.valueOf(line.replaceFirst("^\\{\"number\":(\\d+),.*", "$1")))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPackageHoldsTheSealedRecordsAndWhatProvesThem(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            refused(
                    "nothing-to-export",
                    () -> search(database).writePackage(AUDITOR, ALL, new ByteArrayOutputStream()));
            TestTrail.write(database, 300);
            write(database, event("test", "=cmd()", "Thing", "odd").with("note", "a;\"b\""));
            TestSeal.seal(database, KEY, data);
            TestTrail.write(database, 1);
            index(database);

            Map<String, byte[]> all = unzipped(database, ALL);
            Map<String, byte[]> one = unzipped(database, query("odd", null));

            assertThat(all.keySet())
                    .containsExactly(
                            "LIESMICH.txt",
                            "checkpoint",
                            "keys",
                            "manifest",
                            "records.jsonl",
                            "records.csv",
                            "query.json",
                            "tile/0/000",
                            "tile/0/001.p/45",
                            "tile/1/000.p/1");
            assertThat(text(all, "records.jsonl").lines()).hasSize(301);
            assertThat(text(one, "records.jsonl"))
                    .startsWith("{\"number\":301,\"record\":{\"action\":\"=cmd()\"")
                    .endsWith("}}\n")
                    .hasLineCount(1);
            assertThat(one.keySet())
                    .contains("tile/0/001.p/45", "tile/1/000.p/1")
                    .doesNotContain("tile/0/000");
            assertThat(text(all, "records.jsonl")).contains("\"subject\":\"op-1f\"");
            assertThat(text(all, "records.csv")).as("who acted").doesNotContain("op-1f");
            assertThat(search(database).find(AUDITOR, ALL).records())
                    .as("who acted")
                    .extracting(TrailRecord::actor)
                    .containsOnly("");
            assertThat(search(database).record(AUDITOR, 300).actor()).isEqualTo("op-1f");
            assertThat(text(one, "records.csv"))
                    .startsWith("\uFEFF\"Nummer\";")
                    .contains(";\"'=cmd()\";\"Thing\";\"odd\";\"\";\"erfolgreich\";")
                    .endsWith("\"note=a;\"\"b\"\"\"\r\n");
            assertThat(text(one, "query.json")).contains("\"query\":{\"text\":\"odd\"}");
            assertThat(text(one, "manifest"))
                    .startsWith(
                            "kreiswerk-package/v1\n" + text(one, "checkpoint").split("\n\n")[0] + "\n1\n");
            assertThat(Note.parse(one.get("manifest")).isSignedBy(KEY.verifier()))
                    .isTrue();
            assertThat(text(one, "checkpoint")).startsWith("example.de/audit/log\n301\n");
            // Numbers behind the export itself: it was recorded before it was handed out.
            TestTrail.number(database);
            index(database);
            TrailRecord record = search(database)
                    .find(AUDITOR, paged(ALL, null, 1))
                    .records()
                    .get(0);
            assertThat(record.action()).isEqualTo("package.exported");
            assertThat(record.details()).containsEntry("records", "1").containsEntry("query.text", "…");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoReadWhatThePlatformRecordedForThemStandsWhereWhoActedStands(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            write(
                    database,
                    AuditEvent.success(
                                    Platform.at(Instant.now()), "audit", ReadsRecorder.NOT_RECORDED, "Trail", "trail")
                            .with(ReadsRecorder.READER, "reader-4711")
                            .with("objects", "p-1"));
            TestSeal.seal(database, KEY, data);
            index(database);

            assertThat(objects(database, query("reader-4711", null))).isEmpty();
            assertThat(objects(database, query("p-1", null))).containsExactly("trail");
            assertThat(search(database).find(AUDITOR, ALL).records())
                    .singleElement()
                    .satisfies(each -> assertThat(each.details()).containsOnlyKeys("objects"));
            assertThat(text(unzipped(database, ALL), "records.csv"))
                    .contains("objects=p-1")
                    .doesNotContain("reader-4711");
            assertThat(search(database).record(AUDITOR, 1).details())
                    .containsEntry(ReadsRecorder.READER, "reader-4711");
            assertThat(new RecordsByActor(database.transactions, TestTrail.on(database))
                            .page("reader-4711", Instant.EPOCH, Instant.now().plusSeconds(60), null, 9)
                            .records())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anIndexThatToldWhoReadIsMadeAnew(Engine engine) throws IOException {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 3);
            index(database);
            migrateAgain(database);
            assertThat(objects(database, ALL)).as("nothing to hide").hasSize(3);

            write(
                    database,
                    AuditEvent.success(
                            Platform.at(Instant.now()), "audit", ReadsRecorder.NOT_RECORDED, "Trail", "trail"));
            index(database);
            migrateAgain(database);
            assertThat(objects(database, ALL)).isEmpty();
            index(database);
            assertThat(objects(database, ALL)).hasSize(4);
        }
    }

    private static void migrateAgain(TestDatabase database) throws IOException {
        try (InputStream script = TestTrail.class.getResourceAsStream("/db/migration/V11__readers_words.sql")) {
            for (String statement : new String(script.readAllBytes(), StandardCharsets.UTF_8).split(";\n")) {
                database.execute(statement);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aRecordThatWasChangedIsNotHandedOut(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            TestTrail.write(database, 3);
            TestSeal.seal(database, KEY, data);
            index(database);
            database.execute("update audit_record set canonical = replace(canonical, 'thing-1', 'thing-7')");

            assertThatThrownBy(() -> search(database).writePackage(AUDITOR, ALL, new ByteArrayOutputStream()))
                    .isInstanceOf(IOException.class);
        }
    }

    private static Map<String, byte[]> unzipped(TestDatabase database, TrailQuery query) throws IOException {
        return unzipped(search(database), query);
    }

    private static Map<String, byte[]> unzipped(AuditSearch search, TrailQuery query) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        search.writePackage(AUDITOR, query, out);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(entries.get(name), StandardCharsets.UTF_8);
    }

    private static Map<String, String> values(TrailRecord record) {
        Map<String, String> values = new LinkedHashMap<>();
        record.personal().stream()
                .filter(each -> each.value() != null)
                .forEach(each -> values.put(each.name(), each.value()));
        return values;
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    private static List<String> objects(TestDatabase database, TrailQuery query) {
        return search(database).find(AUDITOR, query).records().stream()
                .map(TrailRecord::objectId)
                .toList();
    }

    private static void index(TestDatabase database) {
        TestTrail.number(database);
        new Indexer(database.transactions, TestTrail.on(database)).run(tx -> {});
    }

    private static AuditSearch search(TestDatabase database) {
        return search(database, 1000);
    }

    private static AuditSearch search(TestDatabase database, int lookedAt) {
        return search(database, LogSigner.of(KEY), lookedAt);
    }

    private static AuditSearch search(TestDatabase database, LogSigner signer, int lookedAt) {
        return new SearchService(
                database.transactions, TestTrail.on(database), () -> List.of(signer), Clock.systemUTC(), lookedAt);
    }

    private static void write(TestDatabase database, AuditEvent event) {
        AuditTrailService trail = TestTrail.on(database);
        database.transactions.call(tx -> {
            trail.record(event);
            return null;
        });
    }

    private static AuditEvent event(String area, String action, String type, String id) {
        return AuditEvent.success(AUDITOR, area, action, type, id);
    }

    private static TrailQuery query(String text, String after) {
        return new TrailQuery(null, null, null, null, null, null, null, null, text, after, 9);
    }

    private static TrailQuery paged(TrailQuery query, String after, int limit) {
        return new TrailQuery(null, null, null, null, null, null, null, null, query.text(), after, limit);
    }

    private static TrailQuery between(Instant since, Instant until) {
        return new TrailQuery(since, until, null, null, null, null, null, null, null, null, 9);
    }

    private static Caller caller(String... permissions) {
        return new Caller(
                "a",
                "Auditor",
                Arrays.stream(permissions)
                        .map(each -> new Grant(each, Grant.ALL))
                        .collect(Collectors.toSet()),
                "test",
                Instant.EPOCH,
                "req");
    }
}
