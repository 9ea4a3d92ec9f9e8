package de.kreiswerk.deployment.service.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.api.Switch;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RecoveryTest {

    private static final int LOOKS = 5;

    @Test
    void whatMayNotStartAnyMoreIsNotTakenForWhatEndsThePlatform() throws Exception {
        try (TestNode node = new TestNode()) {
            node.add("1.0.0", "good", State.KEPT);
            String active = node.add("1.1.0", "good", State.ACTIVE);
            node.revokeKey();

            for (int i = 0; i < LOOKS; i++) {
                node.recovery.startAll();
                node.clock.pass(Duration.ofHours(1));
            }

            assertThat(node.version(active).state()).isEqualTo(State.ACTIVE);
            assertThat(node.component().active()).isEqualTo(active);
            assertThat(node.running()).isEmpty();
            assertThat(node.statuses.of(TestNode.NAME).orElseThrow().details()).contains("REVOKED");
            assertThat(node.database.count("deployment_start")).isZero();
        }
    }

    @Test
    void whatAPersonMustChangeFirstIsReadEverMoreRarelyAndSaidOnce() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Recovery.class);
        log.start();
        logger.addAppender(log);
        try (TestNode node = new TestNode()) {
            node.add("1.1.0", "good", State.ACTIVE);
            node.revokeKey();

            // The looks of half an hour.
            for (int i = 0; i < 60; i++) {
                node.recovery.startAll();
                node.clock.pass(Duration.ofSeconds(30));
            }

            assertThat(node.archivesRead.get()).isBetween(5, 12);
            assertThat(log.list).hasSize(1);
            assertThat(log.list.get(0).getFormattedMessage()).contains("was revoked");
        } finally {
            logger.detachAppender(log);
        }
    }

    @Test
    void anotherVersionIsTriedAtOnceWhateverTheOneBeforeWaitsFor() throws Exception {
        try (TestNode node = new TestNode()) {
            node.add("1.0.0", "good", State.ACTIVE);
            node.database.execute("update deployment_grant set wants = ''");
            node.recovery.startAll();
            node.recovery.startAll();
            assertThat(node.running()).isEmpty();
            node.database.execute("update deployment_grant set wants = 'THREADS,EXIT,FRAMEWORK'");

            node.recovery.startAll();
            assertThat(node.running()).as("that one still waits").isEmpty();
            node.add("1.1.0", "good", State.ACTIVE);
            node.recovery.startAll();

            assertThat(node.running()).containsExactly("1.1.0");
        }
    }

    @Test
    void onlyWhatNobodyDoesAnyMoreIsClosed() throws Exception {
        try (TestNode node = new TestNode()) {
            Switch begun = node.begin(node.add("1.0.0", "good", State.READY));
            node.own.add(begun.id());

            node.recovery.closeLeft();
            assertThat(node.find(begun.id()).state()).isEqualTo(Switch.State.RUNNING);

            node.own.remove(begun.id());
            node.recovery.closeLeft();
            assertThat(node.find(begun.id()).state()).isEqualTo(Switch.State.UNDONE);
        }
    }
}
