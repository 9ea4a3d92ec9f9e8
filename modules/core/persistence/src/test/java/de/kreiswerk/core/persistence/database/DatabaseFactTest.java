package de.kreiswerk.core.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseFactTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theConsoleReadsKindAndVersion(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            assertThat(new DatabaseFact(platform.database).value().german())
                    .matches(engine == Engine.H2 ? "H2 \\d.*" : "PostgreSQL \\d.*");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aDatabaseOutOfReachIsSaidSo(Engine engine) {
        TestPlatform platform = TestPlatform.on(engine);
        platform.close();

        assertThat(new DatabaseFact(platform.database).value().german()).isEqualTo("nicht erreichbar");
    }
}
