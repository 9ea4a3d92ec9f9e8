package de.kreiswerk.core.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoFindsNoFreeConnectionIsToldToComeBack(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine, 2, 250);
                Connection one = platform.database.connect();
                Connection other = platform.database.connect()) {
            assertThat(one.isValid(1) && other.isValid(1)).isTrue();

            ProblemException refused =
                    catchThrowableOfType(ProblemException.class, () -> platform.transactions.call(tx -> "never"));

            assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
            assertThat(refused.problem().code()).isEqualTo("database-unavailable");
            assertThat(platform.transactions.current()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theSmallestPoolStartsAndGivesNoConnectionAway(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine, 1, 250)) {
            for (int i = 0; i < 10; i++) {
                assertThat(platform.count("core_lease")).isZero();
            }
        }
    }

    @Test
    void anH2FileBelongsToThisProcessAloneAndAServerDoesNot(@TempDir Path data) {
        Database file = new Database(DatabaseSettings.from(java.util.Map.of(), data), 2, 1_000);
        try {
            assertThat(file.exclusive()).isTrue();
            assertThat(file.describe()).startsWith("jdbc:h2:file:").doesNotContain("WRITE_DELAY");
        } finally {
            file.close();
        }
        try (TestPlatform server = TestPlatform.on(Engine.POSTGRESQL)) {
            assertThat(server.database.exclusive()).isFalse();
            assertThat(server.database.postgresql()).isTrue();
        }
    }

    @Test
    void whatIsCommittedIntoAFileIsThereAtTheNextStart(@TempDir Path data) throws Exception {
        DatabaseSettings settings = DatabaseSettings.from(java.util.Map.of(), data);
        Database first = new Database(settings, 2, 1_000);
        try (Connection connection = first.connect();
                var insert = connection.createStatement()) {
            insert.execute("insert into core_setting (pid, properties) values ('kept', 'x')");
            connection.commit();
        } finally {
            first.close();
        }

        Database second = new Database(settings, 2, 1_000);
        try (Connection connection = second.connect();
                var select = connection.createStatement();
                var row = select.executeQuery("select properties from core_setting where pid = 'kept'")) {
            assertThat(row.next()).isTrue();
        } finally {
            second.close();
        }
    }
}
