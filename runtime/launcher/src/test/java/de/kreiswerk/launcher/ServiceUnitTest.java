package de.kreiswerk.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What systemd is told must fit together: no test starts the service. */
class ServiceUnitTest {

    private static final Path SYSTEMD = Path.of("../distribution/src/distribution/systemd");

    @Test
    void theServiceRunsAsTheUserThatIsMadeForIt() throws IOException {
        Matcher user = Pattern.compile("(?m)^u (\\S+) .* (/\\S+)$")
                .matcher(Files.readString(SYSTEMD.resolve("sysusers.d/kreiswerk.conf")));
        assertThat(user.find()).isTrue();

        List<String> unit = Files.readAllLines(SYSTEMD.resolve("kreiswerk.service"));

        // A user who is there only while the service runs could not be helped: rescue and restore need it to stand
        // still.
        assertThat(unit).noneMatch(line -> line.startsWith("DynamicUser="));
        assertThat(unit)
                .contains(
                        "User=" + user.group(1),
                        "Group=" + user.group(1),
                        "Environment=KREISWERK_DATA=" + user.group(2),
                        "WorkingDirectory=" + user.group(2));
    }

    @Test
    void hashingMayLowerItsPriority() throws IOException {
        assertThat(Files.readAllLines(SYSTEMD.resolve("kreiswerk.service")))
                .filteredOn(line -> line.startsWith("SystemCallFilter=~"))
                .noneMatch(line -> line.contains("@resources"));
    }
}
