package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.Database;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.People;
import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Settings;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whoever signed in on one node is known on the other, at once, and what they lost they have lost on both. */
@Execution(ExecutionMode.CONCURRENT)
class SessionsOnTwoNodesTest {

    private static final String ACCOUNTS = "/api/identity/v1/accounts";

    /** The embedded database belongs to one node. */
    @OnOneDatabase
    void aSessionIsThatOfThePlatformAndNotOfANode(Starter starter) {
        Platform first = starter.prepare(Settings.of("--no-demo"), Database.Kind.POSTGRESQL)
                .start();
        Platform second = starter.beside(first, Settings.of("--no-demo"));
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
}
