package de.kreiswerk.deployment.service.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.api.Switch;
import de.kreiswerk.deployment.api.Switch.Phase;
import java.time.Duration;
import java.util.Dictionary;
import java.util.EnumSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

class SwitchRunTest {

    private static final String FEES = TestNode.NAME + ".fees";
    private static final String PAGES = TestNode.NAME + ".pages";

    @Test
    void theNewVersionRunsAndTheOldOneIsKept() throws Exception {
        try (TestNode node = new TestNode()) {
            String old = node.add("1.0.0", "good", State.ACTIVE);
            node.recovery.startAll();
            String wanted = node.add("1.1.0", "good", State.READY);

            Switch ended = node.switchTo(wanted);

            assertThat(ended.state()).as("%s", ended).isEqualTo(Switch.State.DONE);
            assertThat(node.running()).containsExactly("1.1.0");
            assertThat(node.component().active()).isEqualTo(wanted);
            assertThat(node.version(old).state()).isEqualTo(State.KEPT);
        }
    }

    @Test
    void configurationsThatCanBeSetInPartOnlyAreAsBefore() throws Exception {
        try (TestNode node = new TestNode()) {
            String wanted = withConfigurations(node);
            // The second one of both cannot be written; what is as it was is not written.
            node.configurations.refuses = pid -> pid.equals(PAGES);

            Switch ended = node.switchTo(wanted);

            assertThat(ended.state()).as("%s", ended).isEqualTo(Switch.State.UNDONE);
            assertThat(value(node, FEES)).isEqualTo("old");
            assertThat(value(node, PAGES)).isEqualTo("old");
            assertThat(node.running()).containsExactly("1.0.0");
            assertThat(node.version(wanted).state()).as("not its fault").isEqualTo(State.KEPT);
        }
    }

    @Test
    void configurationsThatCannotBeSetBackForAWhileAreSetBackThen() throws Exception {
        try (TestNode node = new TestNode()) {
            String wanted = withConfigurations(node);
            // The database is away from the second one on, and comes again later.
            AtomicInteger writes = new AtomicInteger();
            node.configurations.refuses = pid -> {
                int write = writes.incrementAndGet();
                return write > 1 && write < 4;
            };

            Switch ended = node.switchTo(wanted);

            assertThat(ended.state()).as("%s", ended).isEqualTo(Switch.State.UNDONE);
            assertThat(value(node, FEES)).isEqualTo("old");
            assertThat(value(node, PAGES)).isEqualTo("old");
            assertThat(node.running()).containsExactly("1.0.0");
        }
    }

    /** On H2, who reads does not wait for a script that keeps all others from writing. */
    @Test
    void configurationsAreSetBackWhenTheDatabaseCanBeWrittenAgain() throws Exception {
        try (TestNode node = new TestNode()) {
            String wanted = withConfigurations(node);
            AtomicBoolean writable = new AtomicBoolean(true);
            AtomicInteger writes = new AtomicInteger();
            node.configurations.refuses = pid -> !writable.get() || writes.incrementAndGet() == 4;
            node.whenChecked = () -> {
                if (writable.compareAndSet(true, false)) {
                    node.database.execute(
                            "alter table deployment_switch add constraint busy check (phases not like '%BACK%')");
                    throw new IllegalStateException("no fault of the version");
                }
            };
            Logger log = (Logger) LoggerFactory.getLogger(OwnJournal.class);
            AppenderBase<ILoggingEvent> ending = appender(event -> {
                if (event.getMessage().contains("cannot be ended yet") && writable.compareAndSet(false, true)) {
                    node.database.execute("alter table deployment_switch drop constraint busy");
                }
            });
            log.addAppender(ending);
            ending.start();
            try {
                Switch ended = node.switchTo(wanted);

                assertThat(ended.state()).as("%s", ended).isEqualTo(Switch.State.UNDONE);
                assertThat(value(node, FEES)).isEqualTo("old");
                assertThat(value(node, PAGES)).isEqualTo("old");
                assertThat(node.version(wanted).state()).isNotEqualTo(State.QUARANTINED);
            } finally {
                log.detachAppender(ending);
            }
        }
    }

    private static AppenderBase<ILoggingEvent> appender(Consumer<ILoggingEvent> then) {
        return new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                then.accept(event);
            }
        };
    }

    @Test
    void configurationsThatTheSwitchCannotSetBackAreLeftToWhoClosesIt() throws Exception {
        try (TestNode node = new TestNode()) {
            String wanted = withConfigurations(node);
            AtomicInteger writes = new AtomicInteger();
            node.configurations.refuses = pid -> writes.incrementAndGet() > 1;

            Switch left = node.switchTo(wanted);
            assertThat(left.state()).isEqualTo(Switch.State.RUNNING);
            assertThat(node.running()).containsExactly("1.0.0");

            node.recovery.closeLeft();
            assertThat(node.find(left.id()).state()).as("still not").isEqualTo(Switch.State.RUNNING);

            node.configurations.refuses = pid -> false;
            node.recovery.closeLeft();

            assertThat(node.find(left.id()).state()).isEqualTo(Switch.State.UNDONE);
            assertThat(value(node, FEES)).isEqualTo("old");
            assertThat(value(node, PAGES)).isEqualTo("old");
        }
    }

    /** A node may pause for longer than the others wait for it. */
    @Test
    void whoseSwitchWasClosedSetsNothingBackThatIsOthersByNow() throws Exception {
        try (TestNode node = new TestNode()) {
            String wanted = withConfigurations(node);
            AtomicBoolean closed = new AtomicBoolean();
            node.whenChecked = () -> {
                if (closed.compareAndSet(false, true)) {
                    node.database.execute("update deployment_component set switching = null");
                    node.configurations.values.put(FEES, new Hashtable<>(Map.of("is", "of the next version")));
                }
            };

            node.switchTo(wanted);

            assertThat(node.component().active()).isNotEqualTo(wanted);
            assertThat(value(node, FEES)).isEqualTo("of the next version");
        }
    }

    @Test
    void whatWaitsForSomethingStartsThenAlsoWhenAnotherVersionWasTriedMeanwhile() throws Exception {
        try (TestNode node = new TestNode()) {
            node.add("1.0.0", "good", State.ACTIVE);
            node.database.execute("update deployment_grant set wants = ''");
            node.recovery.startAll();
            Statuses.Status waits = node.statuses.of(TestNode.NAME).orElseThrow();
            node.database.execute("update deployment_grant set wants = 'THREADS,EXIT,FRAMEWORK'");

            Switch ended = node.switchTo(node.add("1.1.0", "throws", State.READY));

            assertThat(ended.state()).as("%s", ended).isEqualTo(Switch.State.UNDONE);
            assertThat(ended.reason().german()).contains("no dogs today").doesNotContain("bisherige");
            assertThat(node.statuses.of(TestNode.NAME))
                    .as("why it does not run is what it was")
                    .contains(waits);
            node.clock.pass(Duration.ofHours(1));
            node.recovery.startAll();
            assertThat(node.running()).containsExactly("1.0.0");
        }
    }

    @Test
    void whatAFileOrTheEnvironmentOfANodeSaysIsWrittenDownNowhere() throws Exception {
        try (TestNode node = new TestNode()) {
            String old = node.addWith("1.0.0", State.ACTIVE, "{ \"" + FEES + "\": { \"is\": \"old\" } }");
            node.recovery.startAll();
            String wanted = node.addWith("1.1.0", State.READY, "{ \"" + FEES + "\": { \"is\": \"new\" } }");
            node.determined = Map.of(FEES, Set.of("password"));
            node.configurations.values.put(FEES, new Hashtable<>(Map.of("is", "old", "password", "secret")));
            Queue<String> copies = new ConcurrentLinkedQueue<>();
            node.whenChecked = () -> copies.add(node.savedConfiguration());

            Switch there = node.switchTo(wanted);

            assertThat(there.state()).as("%s", there).isEqualTo(Switch.State.DONE);
            assertThat(copies).isNotEmpty().allMatch(copy -> copy.contains("old") && !copy.contains("secret"));
            assertThat(node.version(old).configuration()).contains("old").doesNotContain("secret");
            assertThat(values(node)).isEqualTo(Map.of("is", "new", "password", "secret"));

            // An earlier release has kept it.
            node.leaves(old, Map.of(FEES, Map.of("is", "old", "password", "of then")));
            Switch back = node.switchTo(old);

            assertThat(back.state()).as("%s", back).isEqualTo(Switch.State.DONE);
            assertThat(values(node)).isEqualTo(Map.of("is", "old", "password", "secret"));
        }
    }

    @Test
    void aPhaseIsSeenWhileItLastsAndInTheEndAllAre() throws Exception {
        try (TestNode node = new TestNode()) {
            node.add("1.0.0", "good", State.ACTIVE);
            node.recovery.startAll();
            String wanted = node.add("1.1.0", "good", State.READY);
            AtomicBoolean seen = new AtomicBoolean();
            node.whenChecked = () -> seen.set(becomes(() -> phases(node).contains(Phase.CHECK)));

            Switch ended = node.switchTo(wanted);

            assertThat(ended.state()).as("%s", ended).isEqualTo(Switch.State.DONE);
            assertThat(seen).isTrue();
            assertThat(becomes(() -> phases(node).equals(EnumSet.complementOf(EnumSet.of(Phase.BACK)))))
                    .as("%s", phases(node))
                    .isTrue();
            assertThat(node.find(ended.id()).phases()).allMatch(run -> run.millis() != null);
        }
    }

    /** Of the last switch, as everybody sees them. */
    private static Set<Phase> phases(TestNode node) {
        return node.history().get(0).phases().stream()
                .map(Switch.PhaseRun::phase)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Phase.class)));
    }

    private static boolean becomes(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    private static Dictionary<String, Object> values(TestNode node) {
        return node.configurations.values.get(FEES);
    }

    @Test
    void whatCannotFollowGoesOnWithWhatItWasSetToAndNothingOfItIsWritten() throws Exception {
        try (TestNode node = new TestNode()) {
            String old = node.addWith("1.0.0", State.ACTIVE, "{ \"" + FEES + "\": { \"is\": \"old\" } }");
            node.recovery.startAll();
            String wanted = anotherNodeSets(node);
            node.whenChecked = () -> {
                throw new IllegalStateException("no fault of the version");
            };

            node.follow(old, wanted);

            assertThat(node.running()).containsExactly("1.0.0");
            assertThat(value(node, FEES)).isEqualTo("old");
            assertThat(node.component().active()).isEqualTo(wanted);
        }
    }

    @Test
    void whatMayNotEvenBeTriedHereDoesNotHearOfWhatItIsSetToEither() throws Exception {
        try (TestNode node = new TestNode()) {
            String old = node.addWith("1.0.0", State.ACTIVE, "{ \"" + FEES + "\": { \"is\": \"old\" } }");
            node.recovery.startAll();
            String wanted = anotherNodeSets(node);
            node.revokeKey();

            node.follow(old, wanted);

            assertThat(node.running()).containsExactly("1.0.0");
            assertThat(value(node, FEES)).isEqualTo("old");
        }
    }

    @Test
    void whatIsTakenBackHereGetsItsConfigurationsBackForAllNodesAlsoWhatThisOneStillHolds() throws Exception {
        try (TestNode node = new TestNode()) {
            String old = node.addWith("1.0.0", State.ACTIVE, "{ \"" + FEES + "\": { \"is\": \"old\" } }");
            node.recovery.startAll();
            node.leaves(old, Map.of(FEES, Map.of("is", "old")));
            node.told.put(FEES, new Hashtable<>(Map.of("is", "old")));
            // What the new version does not know any more was deleted by the node that switched.
            String wanted = node.add("1.1.0", "throws", State.READY);
            node.whenRefreshed = () -> node.configurations.values.remove(FEES);

            node.follow(old, wanted);

            assertThat(node.component().active()).isEqualTo(old);
            assertThat(value(node, FEES)).isEqualTo("old");
            assertThat(node.configurations.written).containsExactly(FEES);
        }
    }

    /** To what another node has switched already; what this node may not write is written nowhere. */
    private static String anotherNodeSets(TestNode node) throws Exception {
        String wanted = node.addWith("1.1.0", State.READY, "{ \"" + FEES + "\": { \"is\": \"new\" } }");
        node.told.put(FEES, new Hashtable<>(Map.of("is", "old")));
        node.configurations.values.put(FEES, new Hashtable<>(Map.of("is", "new")));
        node.whenRefreshed = () -> node.configurations.values.put(FEES, new Hashtable<>(Map.of("is", "new")));
        node.configurations.refuses = pid -> true;
        return wanted;
    }

    @Test
    void whatIsStartedOnceMoreKeepsWhatItIsSetToNow() throws Exception {
        try (TestNode node = new TestNode()) {
            String active = node.addWith("1.0.0", State.ACTIVE, "{ \"" + FEES + "\": { \"is\": \"old\" } }");
            node.recovery.startAll();
            // It was switched away from once, and came back; somebody has set it otherwise since.
            node.leaves(active, Map.of(FEES, Map.of("is", "of then")));
            node.configurations.values.put(FEES, new Hashtable<>(Map.of("is", "of now")));

            Switch again = node.switchTo(active);

            assertThat(again.state()).as("%s", again).isEqualTo(Switch.State.DONE);
            assertThat(value(node, FEES)).isEqualTo("of now");
        }
    }

    @Test
    void whatIsBehindARefusalIsSaidInBothLanguages() throws Exception {
        try (TestNode node = new TestNode()) {
            node.add("1.0.0", "good", State.ACTIVE);
            node.recovery.startAll();
            String wanted = node.add("1.1.0", "good", State.READY);
            node.database.execute("update deployment_grant set wants = ''");

            Switch refused = node.switchTo(wanted);

            assertThat(refused.details())
                    .contains(refused.reason().german(), refused.reason().english());
        }
    }

    /** A record is sealed for good, and what a key is called may be a person's name. */
    @Test
    void whoseSignatureDoesNotCountAnyMoreIsInTheHistoryAndNotInTheTrail() throws Exception {
        try (TestNode node = new TestNode()) {
            String wanted = node.add("1.0.0", "good", State.READY);
            node.revokeKey();

            Switch undone = node.switchTo(wanted);

            assertThat(undone.reason().german()).contains("„Werkstatt“");
            assertThat(node.records)
                    .filteredOn(event -> event.action().equals("component.switch-undone"))
                    .singleElement()
                    .satisfies(event -> assertThat(event.details())
                            .containsEntry(
                                    "reason", "Der Schlüssel, mit dem das Archiv signiert ist, wurde widerrufen."));
        }
    }

    @Test
    @Timeout(60)
    void nobodyWaitsForTablesThatCouldNotBeMade() throws Exception {
        Duration patience = Duration.ofMinutes(10);
        Limits usual = TestNode.USUAL;
        try (TestNode node = new TestNode(new Limits(
                patience, usual.drain(), usual.start(), usual.stop(), patience, usual.threads(), usual.kept()))) {
            node.add("1.0.0", "good", State.ACTIVE);
            node.recovery.startAll();
            String wanted = node.add("1.1.0", "tables", State.READY);
            node.schemaFails("column \"tax\" is there already");

            Switch ended = node.switchTo(wanted);

            assertThat(ended.state()).as("%s", ended).isEqualTo(Switch.State.UNDONE);
            assertThat(ended.reason().german()).contains("Tabellen der Komponente konnten nicht angelegt werden");
            assertThat(ended.details()).anyMatch(line -> line.contains("is there already"));
            assertThat(node.running()).containsExactly("1.0.0");
        }
    }

    @Test
    void whoseTablesAreStillBeingMadeMayBeTriedAgain() throws Exception {
        try (TestNode node = new TestNode(checking(Duration.ofMillis(300)))) {
            node.add("1.0.0", "good", State.ACTIVE);
            node.recovery.startAll();
            String wanted = node.add("1.1.0", "tables", State.READY);
            node.gate.whileDrained = node::schemaIsUnderWay;

            Switch ended = node.switchTo(wanted);

            assertThat(ended.state()).as("%s", ended).isEqualTo(Switch.State.UNDONE);
            assertThat(ended.reason().german())
                    .startsWith("Die Tabellen der Komponente werden noch angelegt; das geht auch dann weiter");
            assertThat(node.running()).containsExactly("1.0.0");
            assertThat(node.version(wanted).state()).isEqualTo(State.READY);

            Switch again = node.switchTo(wanted);

            assertThat(again.reason()).isEqualTo(ended.reason());
            assertThat(again.phases())
                    .extracting(Switch.PhaseRun::phase)
                    .as("nobody is held, who would wait in vain")
                    .doesNotContain(Switch.Phase.HOLD);
        }
    }

    @Test
    void backToWhatRanLeadsAWayWhateverIsBeingMadeMeanwhile() throws Exception {
        try (TestNode node = new TestNode()) {
            String old = node.add("1.0.0", "good", State.KEPT);
            String active = node.add("1.1.0", "good", State.ACTIVE);
            node.recovery.startAll();
            node.schemaIsUnderWay();

            assertThat(node.switchTo(old).state()).isEqualTo(Switch.State.DONE);
            assertThat(node.running()).containsExactly("1.0.0");

            node.follow(old, active);
            assertThat(node.running()).as("what another node decided").containsExactly("1.1.0");
        }
    }

    @Test
    void whatLacksItsTablesWhenItIsStartedAgainIsNotSaidToRun() throws Exception {
        try (TestNode node = new TestNode(checking(Duration.ofMillis(300)))) {
            String old = node.add("1.0.0", "tables", State.ACTIVE);
            node.recovery.startAll();
            String bad = node.add("1.1.0", "throws", State.READY);

            Switch ended = node.switchTo(bad);

            assertThat(ended.state()).as("%s", ended).isEqualTo(Switch.State.FAILED);
            assertThat(ended.reason().german()).endsWith("Auch die bisherige Version läuft nicht wieder an.");
            node.schemaIsThere();
            node.clock.pass(Duration.ofMinutes(10));
            node.recovery.startAll();
            assertThat(node.statuses.of(TestNode.NAME))
                    .hasValueSatisfying(status -> assertThat(status.archive()).isEqualTo(old))
                    .hasValueSatisfying(status -> assertThat(status.reason()).isNull());
            assertThat(node.switchTo(bad).state()).isEqualTo(Switch.State.UNDONE);
        }
    }

    private static Limits checking(Duration health) {
        Limits usual = TestNode.USUAL;
        return new Limits(
                usual.waiting(), usual.drain(), usual.start(), usual.stop(), health, usual.threads(), usual.kept());
    }

    @Test
    void whoIsNotWaitedForAnyLongerIsInTheHistory() throws Exception {
        try (TestNode node = new TestNode()) {
            node.add("1.0.0", "good", State.ACTIVE);
            node.recovery.startAll();
            String good = node.add("1.1.0", "good", State.READY);
            String bad = node.add("1.2.0", "throws", State.READY);
            node.gate.inside = 3;

            Switch done = node.switchTo(good);

            assertThat(done.state())
                    .as("a slow download holds nobody up for ever")
                    .isEqualTo(Switch.State.DONE);
            assertThat(done.reason().german()).startsWith("3 Anfragen waren nach 1 s noch nicht beantwortet");
            assertThat(done.reason().english()).startsWith("3 requests were not answered after 1 s");
            assertThat(node.records)
                    .filteredOn(event -> event.action().equals("component.switched"))
                    .singleElement()
                    .satisfies(event -> assertThat(event.details()).containsEntry("cutRequests", "3"));

            node.gate.inside = 1;
            Switch undone = node.switchTo(bad);

            assertThat(undone.reason().german()).contains("no dogs today");
            assertThat(undone.details())
                    .anyMatch(line -> line.startsWith("Eine Anfrage war"))
                    .anyMatch(line -> line.startsWith("One request was"));

            node.gate.inside = 0;
            assertThat(node.switchTo(bad).details()).noneMatch(line -> line.contains("Anfrage"));
        }
    }

    @Test
    void whatWorksWhenRequestsHaveWaitedEnoughIsTooLate() throws Exception {
        try (TestNode node = new TestNode(waiting(60))) {
            String old = node.add("1.0.0", "good", State.ACTIVE);
            node.recovery.startAll();
            String slow = node.add("1.1.0", "good", State.READY);
            node.whenChecked = () -> node.budgetPasses(Duration.ofSeconds(61));

            Switch ended = node.switchTo(slow);

            assertThat(ended.state()).as("%s", ended).isEqualTo(Switch.State.UNDONE);
            assertThat(ended.reason().german()).startsWith("Nach 60 Sekunden arbeitete die neue Version noch nicht");
            assertThat(node.component().active()).isEqualTo(old);
            assertThat(node.running()).containsExactly("1.0.0");
            assertThat(node.version(slow).state()).as("the time was its own").isEqualTo(State.QUARANTINED);
        }
    }

    @Test
    void whatDoesNotStartWhileRequestsMayWaitIsItsOwnFault() throws Exception {
        try (TestNode node = new TestNode(waiting(4))) {
            node.add("1.0.0", "good", State.ACTIVE);
            node.recovery.startAll();
            String blocking = node.add("1.1.0", "blocks", State.READY);

            Switch ended = node.switchTo(blocking);

            assertThat(ended.reason().german()).startsWith("Nach 4 Sekunden arbeitete die neue Version noch nicht");
            assertThat(ended.details()).containsExactly(TestNode.NAME);
            assertThat(node.running()).containsExactly("1.0.0");
            assertThat(node.version(blocking).state()).isEqualTo(State.QUARANTINED);
            assertThat(node.records)
                    .filteredOn(event -> event.action().equals("component.switch-undone"))
                    .singleElement()
                    .satisfies(event -> assertThat(event.details()).containsEntry("quarantined", blocking));
        }
    }

    @Test
    void whatWasLeftNoTimeIsNotBlamedForIt() throws Exception {
        try (TestNode node = new TestNode(waiting(60))) {
            node.add("1.0.0", "good", State.ACTIVE);
            node.recovery.startAll();
            String wanted = node.add("1.1.0", "good", State.READY);
            // Those who are inside take all the time.
            node.gate.inside = 1;
            node.gate.whileDrained = () -> node.budgetPasses(Duration.ofSeconds(61));

            Switch ended = node.switchTo(wanted);

            assertThat(ended.state()).as("%s", ended).isEqualTo(Switch.State.UNDONE);
            assertThat(ended.phases())
                    .extracting(Switch.PhaseRun::phase)
                    .as("the old one was not touched")
                    .doesNotContain(Switch.Phase.STOP);
            assertThat(ended.details()).as("nobody was cut off").isEmpty();
            assertThat(node.running()).containsExactly("1.0.0");
            assertThat(node.version(wanted).state()).isEqualTo(State.READY);
        }
    }

    @Test
    void whatFailedTakesNoPlaceFromWhatWorked() throws Exception {
        try (TestNode node = new TestNode(keeping(2))) {
            String first = node.add("1.0.0", "good", State.KEPT);
            String second = node.add("1.1.0", "good", State.KEPT);
            for (int i = 1; i <= 5; i++) {
                node.add("1.1." + i, "throws", State.QUARANTINED);
            }
            String active = node.add("1.2.0", "good", State.ACTIVE);
            node.recovery.startAll();
            node.clock.pass(Duration.ofMinutes(1));

            assertThat(node.switchTo(second).state()).isEqualTo(Switch.State.DONE);
            assertThat(node.versions(State.KEPT)).containsExactlyInAnyOrder("1.0.0", "1.2.0");

            node.clock.pass(Duration.ofMinutes(1));
            assertThat(node.switchTo(node.add("1.3.0", "good", State.READY)).state())
                    .isEqualTo(Switch.State.DONE);
            assertThat(node.versions(State.KEPT)).as("the oldest goes").containsExactlyInAnyOrder("1.1.0", "1.2.0");
            assertThat(node.versions()).noneMatch(version -> version.archive().equals(first));
            assertThat(node.versions()).anyMatch(version -> version.archive().equals(active));
        }
    }

    @Test
    void aQuarantineIsForgottenOnlyOfWhatNobodyButAnAdministratorCouldInstallAgain() throws Exception {
        try (TestNode node = new TestNode(keeping(2))) {
            node.add("1.0.0", "good", State.ACTIVE);
            node.recovery.startAll();
            for (int i = 1; i <= 4; i++) {
                node.add("1.1." + i, "throws", State.QUARANTINED);
            }
            String fix = node.add("1.1.0", "good", State.READY);
            String fixed = node.add("1.2.0", "good", State.READY);

            assertThat(node.switchTo(fix).state()).isEqualTo(Switch.State.DONE);
            assertThat(node.versions(State.QUARANTINED))
                    .as("they are newer: uploaded once more they could be switched to")
                    .hasSize(4);

            assertThat(node.switchTo(fixed).state()).isEqualTo(Switch.State.DONE);
            assertThat(node.versions(State.QUARANTINED)).containsExactlyInAnyOrder("1.1.3", "1.1.4");
            assertThat(node.database.count("core_blob"))
                    .as("their bytes go with them")
                    .isEqualTo(node.versions().size());
        }
    }

    private static Limits keeping(int versions) {
        Limits usual = TestNode.USUAL;
        return new Limits(
                usual.waiting(), usual.drain(), usual.start(), usual.stop(), usual.health(), usual.threads(), versions);
    }

    private static Limits waiting(int seconds) {
        Duration minute = Duration.ofMinutes(1);
        return new Limits(Duration.ofSeconds(seconds), minute, minute, minute, minute, 50, 5);
    }

    /** Both versions configure two PIDs; the one that is to come was here before, with other values. */
    private static String withConfigurations(TestNode node) throws Exception {
        Map<String, Map<String, Object>> both = Map.of(FEES, Map.of("is", "old"), PAGES, Map.of("is", "old"));
        for (String pid : List.of(FEES, PAGES)) {
            Dictionary<String, Object> values = new Hashtable<>(Map.of("is", "old"));
            node.configurations.values.put(pid, values);
        }
        String wanted = node.add("1.1.0", "good", State.KEPT, both);
        node.leaves(wanted, Map.of(FEES, Map.of("is", "new"), PAGES, Map.of("is", "new")));
        node.add("1.0.0", "good", State.ACTIVE, both);
        node.recovery.startAll();
        return wanted;
    }

    private static Object value(TestNode node, String pid) {
        return node.configurations.values.get(pid).get("is");
    }
}
