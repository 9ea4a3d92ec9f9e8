package de.kreiswerk.core.persistence.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smtp/password=s3cret\\deep",
                "smtp/password=s3cret\\",
                "smtp/password=s3cret\\\\\\",
                "smtp/password=s3cret\\\nsmtp/user=kreis",
                "smtp/password=s3cret\\\r\n  smtp/user = kreis",
                "smtp/password=s3cret\\\n\nsmtp/user=kreis",
                "smtp/password=s3cret\\\n# who",
                "smtp/password=s3cret\\temp",
                "smtp/password=s3cret\\nord",
                "smtp/password=s3cret\\rot",
                "smtp/password=s3cret\\finanzen"
            })
    void aBackslashThatIsDroppedIsToldByTheNameOfItsSetting(String lines) throws IOException {
        Files.writeString(file, "web/title=x\n" + lines + "\n");

        assertThat(logged(() -> Overrides.read(Map.of(), file)))
                .singleElement()
                .asString()
                .contains(file.toString(), "smtp/password")
                .doesNotContain("s3cret", "web/title");
        assertThat(logged(() -> Overrides.read(
                        Map.of(Overrides.VARIABLE, "smtp/password=s3cret\\;web/title=x"), folder.resolve("none"))))
                .singleElement()
                .asString()
                .contains(Overrides.VARIABLE, "smtp/password")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\\\b",
                "a\\\\",
                "\\ a",
                "a\\:b\\=c",
                "Stra\\u00dfe",
                "a\\u0009b",
                "a,\\\n  b",
                "a,\\\r\n\thttps://b?c=d",
                "plain"
            })
    void aBackslashThatStandsForSomethingIsNot(String value) throws IOException {
        Files.writeString(file, "# a comment \\\nweb/title=" + value + "\nweb/lines=2\n");

        assertThat(logged(() -> Overrides.read(Map.of(), file))).isEmpty();
        assertThat(Overrides.read(Map.of(), file).value("web", "lines")).isEqualTo("2");
    }

    private static List<String> logged(ThrowingCallable reading) {
        Logger log = (Logger) LoggerFactory.getLogger(Overrides.class);
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        written.start();
        log.setLevel(Level.WARN);
        log.addAppender(written);
        try {
            assertThatCode(reading).doesNotThrowAnyException();
        } finally {
            log.detachAppender(written);
        }
        return written.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void aVariableThatHoldsNoSettingIsRefusedByName() {
        assertThatThrownBy(() -> Overrides.read(Map.of(Overrides.VARIABLE, "lines=3"), file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(Overrides.VARIABLE)
                .hasMessageContaining("lines");
    }
}
