package de.kreiswerk.console.web.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLoggerFactory;

class RecentLogTest {

    private static final int CAPACITY = 10;

    private final LoggerContext logback = RecentLogs.logback();
    private final Logger logger = logback.getLogger("de.kreiswerk.core.web.Somebody");
    private final RecentLog log = new RecentLog(CAPACITY, logback);

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void whatIsLoggedIsKeptTheNewestFirst() {
        logger.info("Paper {} created", "2026/001");
        logger.warn("Odd");

        List<LogLine> lines = log.newest(any -> true, CAPACITY);

        assertThat(lines).extracting(LogLine::text).containsExactly("Odd", "Paper 2026/001 created");
        assertThat(lines).extracting(LogLine::level).containsExactly(LogLevel.WARN, LogLevel.INFO);
        assertThat(lines).extracting(LogLine::area).containsOnly("de.kreiswerk.core.web.Somebody");
        assertThat(log.complaints(CAPACITY)).extracting(LogLine::text).containsExactly("Odd");
    }

    @Test
    void fullItForgetsTheOldest() {
        for (int i = 1; i <= 12; i++) {
            logger.info("line {}", i);
        }

        List<LogLine> lines = log.newest(any -> true, 100);

        assertThat(lines).hasSize(CAPACITY);
        assertThat(lines.get(0).text()).isEqualTo("line 12");
        assertThat(lines.get(9).text()).isEqualTo("line 3");
    }

    @Test
    void anotherSizeKeepsTheNewest() {
        LogRing ring = new LogRing(3);
        for (int i = 1; i <= 3; i++) {
            ring.add(Instant.EPOCH, LogLevel.INFO, "area", "", "line " + i);
        }

        ring.resize(2);

        assertThat(ring.newest(any -> true, 10)).extracting(LogLine::text).containsExactly("line 3", "line 2");
    }

    @Test
    void whoFollowsGoesOnAfterARestart() {
        Instant before = Instant.parse("2026-11-30T08:00:00Z");
        LogRing ring = new LogRing(3);
        for (int i = 1; i <= 100; i++) {
            ring.add(before, LogLevel.INFO, "area", "", "line " + i);
        }
        long last = ring.newest(any -> true, 1).get(0).number();

        LogRing restarted = new LogRing(3);
        restarted.add(before.plusSeconds(5), LogLevel.INFO, "area", "", "started");
        restarted.add(before.plusSeconds(4), LogLevel.INFO, "area", "", "said a little late");

        assertThat(restarted.newest(line -> line.number() > last, 10))
                .extracting(LogLine::text)
                .containsExactly("said a little late", "started");
    }

    @Test
    void aFailureIsOneLineThatNamesItsCause() {
        logger.error("It failed", new IllegalStateException("outside", new IllegalArgumentException("inside")));

        String text = log.newest(any -> true, 1).get(0).text();

        assertThat(text)
                .startsWith("It failed | ")
                .contains("IllegalArgumentException: inside")
                .doesNotContain("\n");
    }

    @Test
    void whatPretendsToBeTwoLinesIsOneAndWhatHasNoEndIsCut() {
        logger.info("first\r\n2026-01-01 ERROR second");
        logger.info("x".repeat(100_000));

        List<LogLine> lines = log.newest(any -> true, CAPACITY);

        assertThat(lines.get(1).text()).isEqualTo("first | 2026-01-01 ERROR second");
        assertThat(lines.get(0).text()).hasSizeLessThan(2_100).endsWith("…");
    }

    @Test
    void secretsAreNotKept() {
        logger.info("connect to jdbc:postgresql://kreiswerk:hunter2@db:5432/x with password=hunter2");

        assertThat(log.newest(any -> true, 1).get(0).text())
                .doesNotContain("hunter2")
                .contains("***@db:5432/x");
    }

    @Test
    void afterItsEndNothingIsKeptAndNothingListens() {
        log.close();

        logger.info("late");

        assertThat(log.newest(any -> true, 1)).isEmpty();
        assertThat(logback.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders())
                .isExhausted();
    }

    @Test
    void withAnotherLogItIsEmptyAndBreaksNothing() {
        RecentLog other = new RecentLog(CAPACITY, new NOPLoggerFactory());

        assertThat(other.newest(any -> true, 1)).isEmpty();
        other.close();
    }
}
