package de.kreiswerk.core.persistence.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.io.IOException;
import java.util.Collections;
import java.util.Hashtable;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseSettingsStoreTest {

    private static final Overrides NONE = new Overrides(Map.of(), Map.of());

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aConfigurationComesBackWithTheTypesOfItsValues(Engine engine) throws IOException {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            DatabaseSettingsStore store = new DatabaseSettingsStore(platform.transactions, NONE);
            Hashtable<String, Object> written = new Hashtable<>(Map.of(
                    "service.pid",
                    "web",
                    "lines",
                    3,
                    "wait",
                    5_000L,
                    "title",
                    "Straße \"Süd\"\n= 100 %",
                    "open",
                    true));

            store.store("web", written);

            assertThat(store.exists("web")).isTrue();
            assertThat(store.load("web")).isEqualTo(written);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void storingAgainReplacesAndDeletingRemoves(Engine engine) throws IOException {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            DatabaseSettingsStore store = new DatabaseSettingsStore(platform.transactions, NONE);
            store.store("web", new Hashtable<>(Map.of("lines", 3, "old", "x")));
            store.store("web", new Hashtable<>(Map.of("lines", 4)));
            assertThat(store.load("web")).isEqualTo(new Hashtable<>(Map.of("lines", 4)));

            store.delete("web");

            assertThat(store.exists("web")).isFalse();
            assertThatThrownBy(() -> store.load("web"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("web");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void allNodesHaveTheSameConfigurations(Engine engine) throws IOException {
        try (TestPlatform platform = TestPlatform.on(engine);
                TestPlatform other = platform.anotherNode()) {
            new DatabaseSettingsStore(platform.transactions, NONE).store("web", new Hashtable<>(Map.of("lines", 3)));

            assertThat(new DatabaseSettingsStore(other.transactions, NONE).load("web"))
                    .isEqualTo(new Hashtable<>(Map.of("lines", 3)));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsOverriddenIsReadButNeverWritten(Engine engine) throws IOException {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            DatabaseSettingsStore overridden = new DatabaseSettingsStore(
                    platform.transactions, new Overrides(Map.of("mail", Map.of("password", "geheim")), Map.of()));

            overridden.store("mail", new Hashtable<>(Map.of("host", "mail.example.de", "password", "geheim")));

            assertThat(overridden.load("mail"))
                    .isEqualTo(new Hashtable<>(
                            Map.of("service.pid", "mail", "host", "mail.example.de", "password", "geheim")));
            assertThat(platform.text("select properties from core_setting where pid = 'mail'"))
                    .contains("mail.example.de")
                    .doesNotContain("geheim")
                    .doesNotContain("password");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aConfigurationThatOnlyTheEnvironmentKnowsIsThereAsWell(Engine engine) throws IOException {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            DatabaseSettingsStore store = new DatabaseSettingsStore(
                    platform.transactions, new Overrides(Map.of("web", Map.of("lines", "3")), Map.of()));
            store.store("db", new Hashtable<>(Map.of("connections", 8)));

            assertThat(store.exists("web")).isTrue();
            assertThat(store.load("web")).isEqualTo(new Hashtable<>(Map.of("service.pid", "web", "lines", "3")));
            assertThat(Collections.list(store.getDictionaries()))
                    .containsExactly(
                            new Hashtable<>(Map.of("connections", 8)),
                            new Hashtable<>(Map.of("service.pid", "web", "lines", "3")));
        }
    }
}
