package de.kreiswerk.core.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {

    private static final Path DATA = Path.of("some", "data");

    @Test
    void withoutAnAddressTheDatabaseLiesInTheDataDirectory() {
        DatabaseSettings settings = DatabaseSettings.from(Map.of(), DATA);

        assertThat(settings.url())
                .startsWith("jdbc:h2:file:")
                .contains(
                        DATA.resolve("db").resolve("kreiswerk").toAbsolutePath().toString());
        assertThat(settings.postgresql()).isFalse();
    }

    @Test
    void anEmptyAddressCountsAsNone() {
        assertThat(DatabaseSettings.from(Map.of(DatabaseSettings.URL, "  "), DATA)
                        .url())
                .startsWith("jdbc:h2:file:");
    }

    @Test
    void addressUserAndPasswordComeFromTheEnvironment() {
        DatabaseSettings settings = DatabaseSettings.from(
                Map.of(
                        DatabaseSettings.URL, " jdbc:postgresql://db.example.de/kreiswerk ",
                        DatabaseSettings.USER, "kw",
                        DatabaseSettings.PASSWORD, "geheim"),
                DATA);

        assertThat(settings)
                .isEqualTo(new DatabaseSettings("jdbc:postgresql://db.example.de/kreiswerk", "kw", "geheim"));
        assertThat(settings.postgresql()).isTrue();
    }

    @Test
    void anOwnerOfTheTablesIsSomebodyElseOnTheSameDatabase() {
        DatabaseSettings settings = DatabaseSettings.from(twoRoles("kw", "kw_owner", "geheimer"), DATA);

        assertThat(settings.owner()).contains(new DatabaseSettings.Owner("kw_owner", "geheimer"));
        assertThat(settings.asOwner()).isEqualTo(new DatabaseSettings(settings.url(), "kw_owner", "geheimer"));
        assertThat(settings.owner().get().toString() + settings).doesNotContain("geheim");
        assertThat(DatabaseSettings.from(Map.of(), DATA).owner()).isEmpty();
    }

    @Test
    void anOwnerThatProtectsNothingIsRefused() {
        assertThatThrownBy(() -> DatabaseSettings.from(twoRoles("kw", "kw", "geheim"), DATA))
                .hasMessageContaining(DatabaseSettings.OWNER_USER)
                .hasMessageContaining("another");
        assertThatThrownBy(() -> DatabaseSettings.from(twoRoles("kw", "kw_owner", ""), DATA))
                .hasMessageContaining("both or none");
        assertThatThrownBy(() -> DatabaseSettings.from(twoRoles("kw", "", "geheim"), DATA))
                .hasMessageContaining("both or none")
                .hasMessageNotContaining("geheim");
        assertThatThrownBy(() -> DatabaseSettings.from(
                        Map.of(DatabaseSettings.OWNER_USER, "kw_owner", DatabaseSettings.OWNER_PASSWORD, "geheim"),
                        DATA))
                .hasMessageContaining("PostgreSQL");
    }

    private static Map<String, String> twoRoles(String user, String owner, String ownerPassword) {
        return Map.of(
                DatabaseSettings.URL, "jdbc:postgresql://db.example.de/kreiswerk",
                DatabaseSettings.USER, user,
                DatabaseSettings.PASSWORD, "geheim",
                DatabaseSettings.OWNER_USER, owner,
                DatabaseSettings.OWNER_PASSWORD, ownerPassword);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://localhost/kreiswerk", "jdbc:mysql://localhost/kreiswerk", "localhost"})
    void anAddressOfAnotherDatabaseIsRefusedByTheNameOfItsVariable(String url) {
        assertThatThrownBy(() -> DatabaseSettings.from(Map.of(DatabaseSettings.URL, url), DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(DatabaseSettings.URL)
                .hasMessageContaining("jdbc:postgresql:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/kreiswerk?user=kw&password=geheim",
                "jdbc:h2:file:/srv/db;USER=kw;PASSWORD=geheim"
            })
    void thePasswordIsNeverInTheTextForms(String url) {
        DatabaseSettings settings = new DatabaseSettings(url, "kw", "geheim");

        assertThat(settings.toString()).doesNotContain("geheim");
        assertThat(settings.publicUrl()).doesNotContain("geheim");
    }
}
