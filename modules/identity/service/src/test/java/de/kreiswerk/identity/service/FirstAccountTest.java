package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.identity.api.SignIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAccountTest {

    @TempDir
    Path data;

    private TestIdentity identity;
    private FirstAccount first;

    @BeforeEach
    void start() {
        identity = new TestIdentity(Engine.H2);
        first = new FirstAccount(data, identity.database.transactions, identity.trail, identity.hasher);
    }

    @AfterEach
    void stop() throws Exception {
        identity.close();
    }

    @Test
    void theFirstStartMakesAnAdministratorWhosePasswordOnlyTheOwnerOfTheDataCanRead() throws Exception {
        String password = first.make(null).orElseThrow();

        Path file = data.resolve("admin.password");
        assertThat(Files.readString(file)).isEqualTo(password + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        SignIn.Started started = identity.signIn.withPassword("admin", password, TestIdentity.OFFICE, "r");
        assertThat(started.mustChangePassword()).isTrue();
        SignIn.Started then = identity.signIn.changePassword(
                identity.callerOf(started.sessionId()),
                started.sessionId(),
                password,
                "vier Wörter reichen aus",
                TestIdentity.OFFICE);
        assertThat(identity.callerOf(then.sessionId()).may("anything", "anywhere"))
                .isTrue();
    }

    @Test
    void onlyATerminalShowsThePassword() throws Exception {
        String password = first.make(null).orElseThrow();

        assertThat(first.announcement(password, true)).contains("admin", password, "must be changed");
        assertThat(first.announcement(password, false))
                .contains("admin", data.resolve("admin.password").toString())
                .doesNotContain(password);
    }

    @Test
    void laterStartsMakeNothing() throws Exception {
        first.make(null);
        Files.delete(data.resolve("admin.password"));

        assertThat(first.make(null)).isEmpty();
        assertThat(data.resolve("admin.password")).doesNotExist();
        assertThat(identity.database.number("select count(*) from identity_account"))
                .isEqualTo(1);
    }

    @Test
    void aStatedPasswordIsTakenAndWrittenNowhere() throws Exception {
        assertThat(first.make("vier Wörter reichen aus")).isEmpty();

        assertThat(data.resolve("admin.password")).doesNotExist();
        assertThat(identity.signIn
                        .withPassword("admin", "vier Wörter reichen aus", TestIdentity.OFFICE, "r")
                        .mustChangePassword())
                .isFalse();
    }

    @Test
    void aStatedPasswordThatBreaksTheRulesIsNotTaken() throws Exception {
        assertThat(first.make("admin")).isPresent();
    }
}
