package de.kreiswerk.core.persistence.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger saves = new AtomicInteger();
    private volatile SQLException broken;
    private final Turns turns = new Turns(this::open, 10_000);

    @Test
    void allCommitsThatWereMadeAreSavedAtOnce() throws Exception {
        turns.take();
        List<FutureTask<Void>> others = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            FutureTask<Void> other = new FutureTask<>(this::commit, null);
            Thread thread = new Thread(other);
            thread.start();
            others.add(other);
            // Until it waits for its turn.
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }
        Batch mine = turns.giveBackCommitted();
        turns.awaitSaved(mine);
        for (FutureTask<Void> other : others) {
            other.get(30, TimeUnit.SECONDS);
        }

        assertThat(saves).hasValue(1);
        assertThat(opened).hasValue(1);
    }

    @Test
    void aCommitIsSavedBeforeItsWaiterGoesOn() throws Exception {
        turns.take();
        turns.awaitSaved(turns.giveBackCommitted());
        assertThat(saves).hasValue(1);

        turns.take();
        turns.awaitSaved(turns.giveBackCommitted());
        assertThat(saves).hasValue(2);
    }

    @Test
    void whoeverSharesAFailedWriteIsToldAndTheNextOneIsTriedWithANewConnection() throws Exception {
        turns.take();
        Batch one = turns.giveBackCommitted();
        turns.take();
        Batch other = turns.giveBackCommitted();
        broken = new SQLException("disk full");

        assertThatThrownBy(() -> turns.awaitSaved(one))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("could not be written")
                .hasMessageContaining("disk full");
        broken = null;
        // Nothing brings this one back, though the file can be written again.
        assertThatThrownBy(() -> turns.awaitSaved(other)).hasMessageContaining("disk full");

        turns.take();
        turns.awaitSaved(turns.giveBackCommitted());
        assertThat(opened).hasValue(2);
    }

    @Test
    void whoWaitsTooLongIsSentAway() throws Exception {
        Turns impatient = new Turns(this::open, 50);
        impatient.take();

        assertThatThrownBy(() -> elsewhere(impatient::take))
                .hasCauseInstanceOf(SQLTimeoutException.class)
                .hasMessageContaining("50 ms");

        impatient.giveBack();
        elsewhere(() -> {
            impatient.take();
            impatient.giveBack();
        });
    }

    @Test
    void aThreadHasTheTurnForAllItsConnectionsAndSavesWhileItHasIt() throws Exception {
        turns.take();
        turns.take();
        turns.awaitSaved(turns.giveBackCommitted());
        assertThat(saves).hasValue(1);
        CompletableFuture<Void> other = CompletableFuture.runAsync(this::commit);
        assertThat(other).isNotDone();

        turns.giveBack();
        other.get(30, TimeUnit.SECONDS);
    }

    @Test
    void whoCannotOpenTheDatabaseGivesTheTurnBack() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Turns failing = new Turns(
                () -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new SQLException("no database");
                    }
                    return open();
                },
                1_000);

        assertThatThrownBy(failing::take).hasMessage("no database");
        elsewhere(() -> {
            failing.take();
            failing.giveBack();
        });
    }

    @Test
    void whoIsInterruptedWhileHeWaitsForTheFileIsToldHowItEndedAndStaysInterrupted() throws Exception {
        turns.take();
        Batch mine = turns.giveBackCommitted();
        Thread.currentThread().interrupt();
        turns.awaitSaved(mine);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(saves).hasValue(1);
    }

    private void commit() {
        try {
            turns.take();
            turns.awaitSaved(turns.giveBackCommitted());
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static void elsewhere(Step step) {
        CompletableFuture.runAsync(() -> {
                    try {
                        step.run();
                    } catch (SQLException e) {
                        throw new CompletionException(e);
                    }
                })
                .join();
    }

    private Turns.Saver open() {
        opened.incrementAndGet();
        return new Turns.Saver() {
            @Override
            public void begin() {
                // Nothing to prepare.
            }

            @Override
            public void save() throws SQLException {
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
                SQLException failure = broken;
                if (failure != null) {
                    throw failure;
                }
                saves.incrementAndGet();
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        };
    }

    @FunctionalInterface
    private interface Step {

        void run() throws SQLException;
    }
}
