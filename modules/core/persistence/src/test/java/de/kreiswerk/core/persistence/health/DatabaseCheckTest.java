package de.kreiswerk.core.persistence.health;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
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
    void aDatabaseOutOfReachIsCriticalWithoutItsAddress(Engine engine) {
        TestPlatform platform = TestPlatform.on(engine);
        platform.close();

        Result result = new DatabaseCheck(platform.database).execute();

        assertThat(result.getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(result.toString()).doesNotContain("jdbc:");
    }
}
