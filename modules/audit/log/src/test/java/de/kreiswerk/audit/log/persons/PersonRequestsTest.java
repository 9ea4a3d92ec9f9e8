package de.kreiswerk.audit.log.persons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.PersonRequest;
import de.kreiswerk.audit.api.PersonRequest.Decision;
import de.kreiswerk.audit.api.TrailPage;
import de.kreiswerk.audit.api.TrailRecord;
import de.kreiswerk.audit.log.AuditTrailService;
import de.kreiswerk.audit.log.Platform;
import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.audit.log.erasure.TestErasures;
import de.kreiswerk.audit.log.search.TestIndex;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.runtime.testing.MovingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PersonRequestsTest {

    private static final Caller AUDITOR = caller("auditor", "oidc-amt", AuditPermissions.READ);
    private static final Caller SECOND = caller("second", "password", AuditPermissions.PERSONS_SEARCH);
    private static final Caller BOTH =
            caller("both", "password", AuditPermissions.READ, AuditPermissions.PERSONS_SEARCH);
    private static final Caller ADMINISTRATOR = caller("root", "password", Grant.ALL);
    private static final String REASON = "Az. 4 K 17/26, Verdacht auf Löschung";

    private final MovingClock clock = new MovingClock(Instant.now());
    private final LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatSomebodyDidIsSeenWithAReasonAndASecondPersonForAWhile(Engine engine) {
        try (TestDatabase database = written(engine)) {
            PersonRequestsService requests = requests(database, true);
            PersonRequest asked = requests.ask(AUDITOR, " clerk ", REASON, today.minusDays(1), today);
            assertThat(code(() -> requests.records(AUDITOR, asked.id(), null, 50)))
                    .isEqualTo("request-not-approved");
            assertThat(requests.all(SECOND)).extracting(PersonRequest::id).containsExactly(asked.id());

            requests.decide(SECOND, asked.id(), true);

            assertThat(objects(requests.records(AUDITOR, asked.id(), null, 50)))
                    .containsExactly("file-4", "file-2", "file-0");
            assertThat(objects(requests.records(SECOND, asked.id(), null, 50))).hasSize(3);
            TrailPage first = requests.records(AUDITOR, asked.id(), null, 2);
            assertThat(objects(first)).containsExactly("file-4", "file-2");
            assertThat(objects(requests.records(AUDITOR, asked.id(), first.next(), 2)))
                    .containsExactly("file-0");
            assertThat(code(() -> requests.decide(SECOND, asked.id(), false))).isEqualTo("request-decided");

            assertThat(code(() -> requests(database, false).records(AUDITOR, asked.id(), null, 50)))
                    .isEqualTo("person-search-off");
            clock.pass(Duration.ofDays(7));
            assertThat(code(() -> requests.records(AUDITOR, asked.id(), null, 50)))
                    .isEqualTo("request-ended");
            assertThat(requests.own(AUDITOR))
                    .extracting(PersonRequest::decision)
                    .containsExactly(Decision.ENDED);

            TestTrail.number(database);
            List<AuditRecord> trail = TestTrail.on(database).read(0, 100).stream()
                    .filter(record -> record.action().startsWith("person-request."))
                    .toList();
            assertThat(trail)
                    .extracting(AuditRecord::action)
                    .containsExactly(
                            "person-request.asked",
                            "person-request.approved",
                            "person-request.read",
                            "person-request.read",
                            "person-request.read",
                            "person-request.read");
            assertThat(trail)
                    .allSatisfy(record -> assertThat(record.canonical()).doesNotContain("Verdacht"));
            assertThat(trail.get(0).canonical()).contains("\"reason\":", "\"subject\":\"clerk\"");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whyItWasAskedGoesWithWhomItIsAbout(Engine engine, @TempDir Path folder) throws Exception {
        try (TestDatabase database = written(engine)) {
            PersonRequestsService requests = requests(database, true);
            requests.ask(AUDITOR, "clerk", REASON, today, today);
            requests.ask(AUDITOR, "second", REASON, today, today);
            TestTrail.number(database);
            assertThat(reason(database, 7)).returns(REASON, TrailRecord.Personal::value);

            database.transactions.call(tx -> {
                TestErasures.on(database, folder).erase(tx, Platform.at(clock.instant()), "clerk", "offer");
                return null;
            });

            assertThat(reason(database, 7).value()).isNull();
            assertThat(reason(database, 7).erased()).as("it says: deleted").isNotNull();
            assertThat(reason(database, 8)).returns(REASON, TrailRecord.Personal::value);
            assertThat(requests.own(AUDITOR))
                    .extracting(PersonRequest::subject, PersonRequest::reason)
                    .contains(tuple("second", REASON))
                    .doesNotContain(tuple("clerk", REASON));
        }
    }

    /** What the record of a request says of why. */
    private static TrailRecord.Personal reason(TestDatabase database, long number) {
        return TestIndex.search(database)
                .record(caller("reader", "password", AuditPermissions.READ, AuditPermissions.READ_PERSONS), number)
                .personal()
                .stream()
                .filter(each -> each.name().equals("reason"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nobodyDecidesForThemselvesOrSeesWhatOthersAskedFor(Engine engine) {
        try (TestDatabase database = written(engine)) {
            PersonRequestsService requests = requests(database, true);
            PersonRequest own = requests.ask(BOTH, "clerk", REASON, today, today);
            PersonRequest aboutSecond = requests.ask(AUDITOR, "second", REASON, today, today);

            assertThat(code(() -> requests.decide(BOTH, own.id(), true))).isEqualTo("own-request");
            assertThat(code(() -> requests.decide(SECOND, aboutSecond.id(), false)))
                    .isEqualTo("own-request");
            assertThat(requests.all(SECOND)).extracting(PersonRequest::id).containsExactly(own.id());
            assertThat(requests.own(AUDITOR)).extracting(PersonRequest::id).containsExactly(aboutSecond.id());
            assertThat(code(() -> requests.ask(BOTH, "clerk", REASON, today, today)))
                    .isEqualTo("request-open");

            requests.decide(SECOND, own.id(), false);
            assertThat(requests.own(BOTH)).extracting(PersonRequest::decision).containsExactly(Decision.REFUSED);
            assertThat(code(() -> requests.records(BOTH, own.id(), null, 50))).isEqualTo("request-not-approved");
            assertThat(code(() -> requests.get(AUDITOR, own.id()))).isEqualTo("request-not-found");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatNobodyDecidesOnLapsesAndCanBeAskedAnew(Engine engine) {
        try (TestDatabase database = written(engine)) {
            PersonRequestsService requests = requests(database, true);
            PersonRequest lapsed = requests.ask(AUDITOR, "clerk", REASON, today, today);
            clock.pass(Duration.ofDays(30));
            PersonRequest open = requests.ask(BOTH, "clerk", REASON, today, today);
            clock.pass(Duration.ofDays(1));
            PersonRequest again = requests.ask(AUDITOR, "clerk", REASON, today, today);

            assertThat(code(() -> requests.decide(SECOND, lapsed.id(), true))).isEqualTo("request-lapsed");
            assertThat(requests.all(SECOND))
                    .as("what is to be decided comes first")
                    .extracting(PersonRequest::id)
                    .containsExactly(again.id(), open.id(), lapsed.id());
            assertThat(requests.own(AUDITOR))
                    .extracting(PersonRequest::decision)
                    .containsExactly(Decision.OPEN, Decision.LAPSED);
            requests.decide(SECOND, again.id(), true);
            assertThat(objects(requests.records(AUDITOR, again.id(), null, 50))).hasSize(3);
        }
    }

    /** Whom somebody suspects, and of what, is read in these lists. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoReadsTheListsOfRequestsIsNoted(Engine engine) {
        try (TestDatabase database = written(engine)) {
            PersonRequestsService requests = requests(database, true);
            List<String> noted = new ArrayList<>();
            requests.reads = (caller, area, type, id, department) ->
                    noted.add(String.join(" ", caller.subject(), area, type, id));
            requests.own(AUDITOR);
            requests.all(SECOND);
            assertThat(noted).as("nothing was there to read").isEmpty();

            requests.ask(AUDITOR, "clerk", REASON, today, today);
            requests.own(AUDITOR);
            requests.all(SECOND);

            assertThat(noted).containsExactly("auditor audit PersonRequest list", "second audit PersonRequest list");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void itIsOffUnlessItIsSwitchedOnAndForPeopleWhoMay(Engine engine) {
        try (TestDatabase database = written(engine)) {
            PersonRequestsService off = requests(database, false);
            PersonRequestsService on = requests(database, true);
            Caller token = caller("machine", "token", AuditPermissions.READ, AuditPermissions.PERSONS_SEARCH);
            PersonRequest asked = on.ask(AUDITOR, "clerk", REASON, today, today);

            assertThat(code(() -> off.ask(AUDITOR, "clerk", REASON, today, today)))
                    .isEqualTo("person-search-off");
            assertThat(code(() -> off.decide(SECOND, asked.id(), true))).isEqualTo("person-search-off");
            assertThat(off.own(AUDITOR)).as("what was asked is not hidden").hasSize(1);
            assertThat(code(() -> on.ask(SECOND, "clerk", REASON, today, today)))
                    .isEqualTo("permission-missing");
            assertThat(code(() -> on.decide(AUDITOR, asked.id(), true))).isEqualTo("permission-missing");
            assertThat(code(() -> on.ask(ADMINISTRATOR, "clerk", REASON, today, today)))
                    .isEqualTo("permission-missing");
            assertThat(code(() -> on.decide(ADMINISTRATOR, asked.id(), true))).isEqualTo("permission-missing");
            assertThat(code(() -> on.ask(token, "clerk", REASON, today, today))).isEqualTo("people-only");
            assertThat(code(() -> on.decide(token, asked.id(), true)))
                    .as("two tokens are not two people")
                    .isEqualTo("people-only");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0, 0, 10, subject",
        "stranger, 0, 0, 10, subject",
        "clerk, 0, 0, 9, reason",
        "clerk, 0, 0, 1001, reason",
        "clerk, 0, -1, 10, lastDay",
        "clerk, 0, 1, 10, lastDay",
        "clerk, -366, 0, 10, lastDay",
        "clerk, , 0, 10, firstDay",
        "clerk, 0, , 10, lastDay"
    })
    void whatCannotBeIsSaidAtItsField(String subject, Integer first, Integer last, int length, String field) {
        try (TestDatabase database = written(Engine.H2)) {
            InvalidEntry refused = catchThrowableOfType(
                    InvalidEntry.class,
                    () -> requests(database, true).ask(AUDITOR, subject, "x".repeat(length), day(first), day(last)));

            assertThat(refused.errors()).containsOnlyKeys(field);
        }
    }

    private LocalDate day(Integer offset) {
        return offset == null ? null : today.plusDays(offset);
    }

    private PersonRequestsService requests(TestDatabase database, boolean on) {
        return new PersonRequestsService(database.transactions, TestTrail.on(database), new PersonSearch(on), clock);
    }

    /** Two people in turn, and the second person once. */
    private static TestDatabase written(Engine engine) {
        TestDatabase database = TestTrail.database(engine);
        AuditTrailService trail = TestTrail.on(database);
        for (int i = 0; i < 6; i++) {
            Caller actor = caller(i % 2 == 0 ? "clerk" : "second", "password");
            String object = "file-" + i;
            database.transactions.call(tx -> {
                // Who is only named did not do it.
                trail.record(AuditEvent.success(actor, "test", "written", "File", object)
                        .with("by", "clerk"));
                return null;
            });
        }
        TestTrail.number(database);
        TestIndex.fill(database);
        return database;
    }

    private static List<String> objects(TrailPage page) {
        return page.records().stream().map(TrailRecord::objectId).toList();
    }

    private static String code(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem().code();
    }

    private static Caller caller(String subject, String method, String... permissions) {
        Set<Grant> grants = Arrays.stream(permissions)
                .map(permission -> new Grant(permission, Grant.ALL))
                .collect(Collectors.toSet());
        return new Caller(subject, "Name von " + subject, grants, method, Instant.EPOCH, "request");
    }
}
