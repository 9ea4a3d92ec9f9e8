package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.Database;
import de.kreiswerk.runtime.acceptance.fixture.Eventually;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.People;
import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Settings;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.acceptance.fixture.StoredPapers;
import de.kreiswerk.runtime.testing.AtOnce;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Whoever signed in on one of two nodes is known on the other, at once, and what they lost they have lost on both. Both write into
 * one trail, and whichever of them numbers it may die.
 */
@Execution(ExecutionMode.CONCURRENT)
class TwoNodesTest {

    private static final String ACCOUNTS = "/api/identity/v1/accounts";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WRITERS = 3;
    private static final int ENOUGH = 20;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /** The embedded database belongs to one node. */
    @OnOneDatabase
    void sessionsAreThoseOfBothAndEachRecordHasItsPlaceWhicheverNodeDies(Starter starter) throws SQLException {
        Platform first = starter.startOn(Database.Kind.POSTGRESQL, Settings.of("--no-demo"));
        Platform second = starter.beside(first, Settings.of("--no-demo"));
        assertASessionIsThatOfThePlatformAndNotOfANode(first, second);
        long before = turns(first);

        killWhileBothWrite(first, second, "2071");
        first.start();
        killWhileBothWrite(second, first, "2072");

        // The lease of who died has to run out first.
        Eventually.holds(
                () -> "all is well: " + StoredPapers.of(first).faults(),
                PATIENCE,
                () -> StoredPapers.of(first).faults().isEmpty());
        assertThat(turns(first)).as("another node's turn").isGreaterThan(before);
        first.stop();
        StoredPapers stored = StoredPapers.of(first);
        assertThat(stored.faults()).isEmpty();
        assertThat(acknowledged)
                .hasSizeGreaterThanOrEqualTo(4 * ENOUGH)
                .allSatisfy(reference ->
                        assertThat(stored.record(reference, 1).sequence()).isPositive());
    }

    private static void assertASessionIsThatOfThePlatformAndNotOfANode(Platform first, Platform second) {
        JsonNode issued = first.people().account(first.people().freshLogin());
        String grant = first.people().grant(People.id(issued), "auditor");
        Person person = first.people().signIn(issued);

        second.stranger().get(ACCOUNTS, "Cookie", person.cookie()).is(200);
        assertThat(second.stranger()
                        .get("/konto", "Cookie", person.cookie())
                        .is(200)
                        .text())
                .as("forms of one node are taken by the other")
                .contains(person.token());

        first.people().revoke(People.id(issued), grant);
        assertThat(second.stranger().get(ACCOUNTS, "Cookie", person.cookie()).status())
                .isEqualTo(403);

        second.stranger()
                .post("/abmelden", Person.FORM, Person.form("csrf", person.token()), "Cookie", person.cookie())
                .is(303);
        assertThat(person.get("/konto", "Accept", "application/json").status()).isEqualTo(401);
    }

    /** Kills one when enough has come in, and goes on until as much came in at the other one alone. */
    private void killWhileBothWrite(Platform dying, Platform staying, String year) {
        AtomicBoolean done = new AtomicBoolean();
        int already = acknowledged.size();
        AtOnce.run(2 * WRITERS + 1, number -> {
            if (number == 2 * WRITERS) {
                awaitMore(already);
                dying.kill();
                awaitMore(acknowledged.size());
                done.set(true);
            } else {
                Platform node = number < WRITERS ? dying : staying;
                node.papers().importWhile(() -> !done.get(), year + "/" + number, acknowledged::add);
            }
            return number;
        });
    }

    private void awaitMore(int than) {
        Eventually.holds("some papers came in", PATIENCE, () -> acknowledged.size() >= than + ENOUGH);
    }

    /** How often the numbering went from one node to another. */
    private static long turns(Platform platform) throws SQLException {
        try (Connection connection = platform.database().connect(platform.data());
                ResultSet row = connection
                        .createStatement()
                        .executeQuery(
                                "select coalesce(max(token), 0) from core_lease where name = 'audit.sequencer'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
