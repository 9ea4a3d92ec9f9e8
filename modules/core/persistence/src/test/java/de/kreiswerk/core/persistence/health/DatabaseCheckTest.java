package de.kreiswerk.core.persistence.health;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseCheckTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aDatabaseThatAnswersIsWell(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            assertThat(new DatabaseCheck(platform.database).execute().getStatus())
                    .isEqualTo(Result.Status.OK);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoeverGetsTheConnectionNextMayTakeLonger(Engine engine) throws SQLException {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            new DatabaseCheck(platform.database).execute();
            List<Connection> all = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Connection connection = platform.database.connect();
                all.add(connection);
                try (Statement statement = connection.createStatement()) {
                    assertThat(statement.getQueryTimeout()).isZero();
                }
            }
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aDatabaseOutOfReachIsCriticalWithoutItsAddress(Engine engine) {
        TestPlatform platform = TestPlatform.on(engine);
        platform.close();

        Result result = new DatabaseCheck(platform.database).execute();

        assertThat(result.getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(result.toString()).doesNotContain("jdbc:");
    }
}
