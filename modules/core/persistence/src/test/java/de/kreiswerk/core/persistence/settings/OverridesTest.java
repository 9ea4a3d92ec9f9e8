package de.kreiswerk.core.persistence.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverridesTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("settings.properties");
    }

    @Test
    void withoutFileAndVariableNothingIsOverridden() throws IOException {
        assertThat(Overrides.read(Map.of(), file).byPid()).isEmpty();
    }

    @Test
    void theEnvironmentLiesOverTheFile() throws IOException {
        Files.writeString(file, "web/title=Straße\nweb/lines=2\n", StandardCharsets.UTF_8);

        Overrides overrides = Overrides.read(Map.of(Overrides.VARIABLE, "web/lines=3;db/connections=4"), file);

        assertThat(overrides.byPid())
                .isEqualTo(Map.of("web", Map.of("title", "Straße", "lines", "3"), "db", Map.of("connections", "4")));
    }

    @Test
    void bothLieOverWhatIsStored() throws IOException {
        Overrides overrides = Overrides.read(Map.of(Overrides.VARIABLE, "web/lines=3"), file);
        Hashtable<String, Object> stored = new Hashtable<>(Map.of("lines", 1, "title", "stored"));

        assertThat(overrides.over("web", stored))
                .isEqualTo(new Hashtable<>(Map.of("lines", "3", "title", "stored", "service.pid", "web")));
    }

    @Test
    void aConfigurationThatNobodyOverridesStaysAsItIs() throws IOException {
        Overrides overrides = Overrides.read(Map.of(Overrides.VARIABLE, "web/lines=3"), file);
        Hashtable<String, Object> stored = new Hashtable<>(Map.of("connections", 8));

        assertThat(overrides.over("db", stored)).isEqualTo(new Hashtable<>(Map.of("connections", 8)));
        assertThat(overrides.without("db", stored)).isEqualTo(stored);
    }

    @Test
    void whatIsOverriddenIsTakenOutBeforeItIsStored() throws IOException {
        Overrides overrides = Overrides.read(Map.of(Overrides.VARIABLE, "web/lines=3"), file);

        assertThat(overrides.without("web", new Hashtable<>(Map.of("lines", "3", "title", "own"))))
                .isEqualTo(new Hashtable<>(Map.of("title", "own")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines=3", "/lines=3", "web/=3", "justaword", "web/lines=\\u00zz"})
    void aLineThatIsNoSettingIsRefusedAndItsFileNamed(String line) throws IOException {
        Files.writeString(file, "web/title=x\n" + line + "\n");

        assertThatThrownBy(() -> Overrides.read(Map.of(), file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedByName() throws IOException {
        Files.write(file, "web/title=Straße\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Overrides.read(Map.of(), file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aVariableThatHoldsNoSettingIsRefusedByName() {
        assertThatThrownBy(() -> Overrides.read(Map.of(Overrides.VARIABLE, "lines=3"), file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(Overrides.VARIABLE)
                .hasMessageContaining("lines");
    }
}
