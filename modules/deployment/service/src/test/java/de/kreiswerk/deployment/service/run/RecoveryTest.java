package de.kreiswerk.deployment.service.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.service.store.NodeTable;
import de.kreiswerk.deployment.service.store.SwitchTable;
import de.kreiswerk.deployment.service.store.TypedValues;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            assertThat(node.find(begun.id()).reason().german()).contains("kam nicht an die Reihe");
            assertThat(node.find(begun.id()).reason().english()).contains("did not have its turn");
        }
    }

    /** It goes through no phases, but keeps what was set before it changes that. */
    @Test
    void aTakeBackThatWasCutOffWhileItConfiguredIsNotSaidToHaveChangedNothing() throws Exception {
        try (TestNode node = new TestNode()) {
            String former = node.add("1.0.0", "good", State.KEPT);
            node.add("1.1.0", "good", State.ACTIVE);
            Switch way = node.begin(former);
            node.database.transactions.call(tx -> {
                new SwitchTable(tx).configuration(way.id(), TypedValues.write(Map.of()));
                return null;
            });

            node.recovery.closeLeft();

            assertThat(node.find(way.id()).reason().german())
                    .startsWith("Die Plattform endete während der Umschaltung, beim Schritt „Alles zurücknehmen“")
                    .doesNotContain("Nichts wurde verändert");
            assertThat(node.version(former).state()).isEqualTo(State.KEPT);
        }
    }

    @Test
    void whoseClockIsWrongClosesNobodysSwitch() throws Exception {
        try (TestNode node = new TestNode()) {
            Switch others = node.begin(node.add("1.0.0", "good", State.READY));
            node.database.execute("update deployment_switch set node = 'other'");
            node.database.transactions.call(tx -> {
                new SwitchTable(tx).seen("other");
                return null;
            });
            node.clock.pass(Duration.ofHours(1));

            node.recovery.closeLeft();
            assertThat(node.find(others.id()).state()).isEqualTo(Switch.State.RUNNING);

            node.database.execute(
                    "update deployment_node set seen = current_timestamp - interval '61' second where node = 'other'");
            node.recovery.closeLeft();
            assertThat(node.find(others.id()).state()).isEqualTo(Switch.State.UNDONE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HOLD BACK, KEPT",
        "HOLD STOP BACK, KEPT",
        "HOLD STOP START, QUARANTINED",
        "HOLD STOP START CHECK, QUARANTINED",
        "HOLD STOP START BACK, QUARANTINED"
    })
    void onlyWhatWasStartedIsTakenForWhatEndedThePlatform(String phases, State state) throws Exception {
        try (TestNode node = new TestNode()) {
            String active = node.add("0.9.0", "good", State.ACTIVE);
            String wanted = node.add("1.0.0", "good", State.KEPT);
            Switch left = node.begin(wanted);
            node.passed(left, phases.split(" "));

            node.recovery.closeLeft();

            assertThat(node.find(left.id()).state()).isEqualTo(Switch.State.UNDONE);
            assertThat(node.version(wanted).state()).isEqualTo(state);
            assertThat(node.find(left.id()).reason().english()).startsWith("The platform ended during the switch");
            AuditEvent record = node.records.element();
            assertThat(record.action()).isEqualTo("component.switch-undone");
            assertThat(record.details())
                    .as("it can be read alone")
                    .containsEntry("from", "0.9.0")
                    .containsEntry("fromArchive", active)
                    .containsEntry("to", "1.0.0")
                    .containsEntry("toArchive", wanted);
            assertThat(record.details().get("quarantined")).isEqualTo(state == State.QUARANTINED ? wanted : null);
        }
    }

    @ParameterizedTest
    @CsvSource({"throws, 60, no dogs today", "blocks, 4, nach 4 Sekunden", "threads, 60, Threads erzeugt"})
    void whatDoesNotStartWithThePlatformGoesBackAndIsNotTriedAgain(String behaviour, int seconds, String reason)
            throws Exception {
        try (TestNode node = new TestNode(starting(seconds))) {
            String former = node.add("1.0.0", "good", State.KEPT);
            String bad = node.add("1.1.0", behaviour, State.ACTIVE);

            node.recovery.startAll();

            assertThat(node.running()).containsExactly("1.0.0");
            assertThat(node.component().active()).isEqualTo(former);
            assertThat(node.version(bad).state()).isEqualTo(State.QUARANTINED);
            assertThat(node.version(bad).quarantine().german()).contains(reason);
            assertThat(node.history()).singleElement().satisfies(way -> {
                assertThat(way.kind()).isEqualTo(Switch.Kind.ROLLBACK);
                assertThat(way.state()).isEqualTo(Switch.State.DONE);
                assertThat(way.reason().german()).contains(reason);
            });
            assertThat(node.records).extracting(AuditEvent::action).containsExactly("component.quarantined");
            Statuses.Status status = node.statuses.of(TestNode.NAME).orElseThrow();
            assertThat(status.archive()).isEqualTo(former);
            assertThat(status.reason()).isNull();
        }
    }

    @Test
    void whatDoesNotStartAndHasNoneBeforeItIsInQuarantineAndCostsNoTimeAgain() throws Exception {
        try (TestNode node = new TestNode()) {
            String bad = node.add("1.0.0", "throws", State.ACTIVE);

            node.recovery.startAll();

            assertThat(node.version(bad).state()).isEqualTo(State.QUARANTINED);
            assertThat(node.component().active()).isEqualTo(bad);
            assertThat(node.statuses.of(TestNode.NAME).orElseThrow().reason().german())
                    .contains("no dogs today");

            // As after a restart.
            node.statuses.isOff(TestNode.NAME);
            node.archivesRead.set(0);
            node.recovery.startAll();
            assertThat(node.archivesRead.get()).isZero();
        }
    }

    @Test
    void oneFaultDoesNotEndManyVersions() throws Exception {
        try (TestNode node = new TestNode()) {
            String oldest = node.add("1.0.0", "good", State.KEPT);
            String former = node.add("1.1.0", "throws", State.KEPT);
            String bad = node.add("1.2.0", "throws", State.ACTIVE);

            node.recovery.startAll();

            assertThat(node.running()).isEmpty();
            assertThat(node.version(bad).state()).isEqualTo(State.QUARANTINED);
            assertThat(node.component().active()).isEqualTo(former);
            assertThat(node.version(former).state()).isEqualTo(State.ACTIVE);
            assertThat(node.version(oldest).state()).isEqualTo(State.KEPT);
            assertThat(node.statuses.of(TestNode.NAME).orElseThrow().archive()).isEqualTo(former);
        }
    }

    @Test
    void whatWorksOnAnotherNodeIsNotTakenBackByOneThatStarts() throws Exception {
        try (TestNode node = new TestNode()) {
            node.add("1.0.0", "good", State.KEPT);
            String active = node.add("1.1.0", "throws", State.ACTIVE);
            node.database.transactions.call(tx -> {
                new SwitchTable(tx).seen("other");
                new NodeTable(tx).runs("other", TestNode.NAME, active, null);
                return null;
            });

            node.recovery.startAll();

            assertThat(node.version(active).state()).isEqualTo(State.ACTIVE);
            assertThat(node.component().active()).isEqualTo(active);
            assertThat(node.statuses.of(TestNode.NAME).orElseThrow().reason().german())
                    .contains("no dogs today");
        }
    }

    private static Limits starting(int seconds) {
        Limits usual = TestNode.USUAL;
        return new Limits(
                usual.waiting(),
                usual.drain(),
                Duration.ofSeconds(seconds),
                usual.stop(),
                usual.health(),
                usual.threads(),
                usual.kept());
    }
}
