package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.Client;
import de.kreiswerk.runtime.acceptance.fixture.CommandLine;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Person;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The operator's command lets an administrator back in who lost the password. */
@Execution(ExecutionMode.CONCURRENT)
class LostAdministratorTest {

    @OnOneDatabase
    void theOperatorsCommandLetsALostAdministratorBackIn(Starter starter) throws IOException, SQLException {
        Platform platform = starter.start("--no-demo");
        String lost =
                Files.readString(platform.data().resolve("admin.password")).strip();
        assertThat(command(platform, "admin").exits(1).err()).hasLineCount(1).contains("laufenden Kreiswerk");

        platform.stop();
        assertThat(command(platform, "niemand").exits(1).err()).contains("gibt es nicht");
        CommandLine.Result reset = command(platform, "admin").exits(0);
        assertThat(reset.out()).matches("[a-z2-9-]{24}");
        assertThat(reset.err()).contains("bei der nächsten Anmeldung").doesNotContain("Exception");
        new CommandLine()
                .run(
                        "account",
                        "reset-password",
                        "admin",
                        "--data",
                        platform.data().resolve("nirgends"))
                .exits(1);
        new CommandLine().run("account", "reset-password").exits(2);

        platform.start();
        signIn(platform.stranger(), "admin", lost).is(422);
        assertThat(signIn(platform.stranger(), "admin", reset.out()).is(303).header("Location"))
                .as("to choose one's own")
                .isEqualTo("/konto");
        platform.stop();
        assertThat(resets(platform)).as("in the trail").isEqualTo(1);
    }

    private static CommandLine.Result command(Platform platform, String account) {
        CommandLine line = new CommandLine();
        for (Map.Entry<String, String> each : platform.database().environment().entrySet()) {
            line.with(each.getKey(), each.getValue());
        }
        return line.run("account", "reset-password", account, "--data", platform.data());
    }

    private static long resets(Platform platform) throws SQLException {
        try (Connection connection = platform.database().connect(platform.data());
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select count(*) from audit_record where action = 'password.reset'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Reply signIn(Client client, String name, String password) {
        return client.post("/anmelden", Person.FORM, Person.form("name", name, "kennwort", password));
    }
}
