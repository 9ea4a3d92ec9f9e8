package de.kreiswerk.core.persistence.backup;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.backup.Backups;
import de.kreiswerk.core.api.identity.Caller;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;

class BackupCheckTest {

    private static final Instant NOW = Instant.parse("2026-03-08T12:00:00Z");

    @Test
    void withoutABackupItWarns() {
        assertThat(check(7, null).getStatus()).isEqualTo(Result.Status.WARN);
    }

    @Test
    void aBackupMayBecomeAsOldAsIsSet() {
        assertThat(check(7, Duration.ofDays(7).minusSeconds(1)).getStatus()).isEqualTo(Result.Status.OK);
        assertThat(check(7, Duration.ofDays(7)).getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(new BackupFact(backups(Duration.ofDays(7))).value().german()).contains("2026", "2 KiB");
    }

    @Test
    void anAgeIsSaidAsPeopleSayIt() {
        assertThat(check(1, Duration.ofDays(1)).toString()).contains("ist 1 Tag alt");
        assertThat(check(1, Duration.ofDays(2)).toString()).contains("ist 2 Tage alt");
    }

    @Test
    void whoBacksUpElsewhereIsNotBothered() {
        assertThat(check(0, null).getStatus()).isEqualTo(Result.Status.OK);
    }

    private static Result check(long days, Duration age) {
        return new BackupCheck(backups(age), days, Clock.fixed(NOW, ZoneOffset.UTC)).execute();
    }

    private static Backups backups(Duration age) {
        return new Backups() {
            @Override
            public Backup write(Caller caller, OutputStream out) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Backup> last() {
                return Optional.ofNullable(age).map(old -> new Backup(NOW.minus(old), NOW.minus(old), 2_000, 3));
            }
        };
    }
}
