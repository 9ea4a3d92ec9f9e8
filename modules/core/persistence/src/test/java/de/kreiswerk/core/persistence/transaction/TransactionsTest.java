package de.kreiswerk.core.persistence.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransactionsTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWorkWroteIsThereAfterwards(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            String result = platform.transactions.call(tx -> {
                write(tx, "a");
                return "done";
            });

            assertThat(result).isEqualTo("done");
            assertThat(platform.count("item")).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void workThatFailsLeavesNothing(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            IllegalStateException failure = new IllegalStateException("no");

            assertThatThrownBy(() -> platform.transactions.call(tx -> {
                        write(tx, "a");
                        throw failure;
                    }))
                    .isSameAs(failure);
            assertThat(platform.count("item")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aCheckedFailureArrivesWithItsReason(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            assertThatThrownBy(() -> platform.transactions.call(tx -> {
                        write(tx, "a");
                        throw new IOException("the disk is full");
                    }))
                    .isInstanceOf(PersistenceFailure.class)
                    .hasMessageContaining("the disk is full")
                    .hasCauseInstanceOf(IOException.class);
            assertThat(platform.count("item")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anErrorLeavesNothingEither(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            assertThat(catchThrowable(() -> platform.transactions.call(tx -> {
                        write(tx, "a");
                        throw new NoClassDefFoundError("gone");
                    })))
                    .isInstanceOf(NoClassDefFoundError.class);
            assertThat(platform.count("item")).isZero();
            assertThreadIsClean(platform);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aCallInsideACallJoinsAndOnlyTheOutermostCommits(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            platform.transactions.call(outer -> {
                platform.transactions.call(inner -> {
                    assertThat(inner).isSameAs(outer);
                    write(inner, "a");
                    return null;
                });
                assertThat(seenByOthers(platform)).isZero();
                return null;
            });

            assertThat(platform.count("item")).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theCurrentTransactionIsKnownInsideOnly(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            platform.transactions.call(tx -> {
                assertThat(platform.transactions.current()).containsSame(tx);
                assertThat(CompletableFuture.supplyAsync(platform.transactions::current)
                                .join())
                        .isEmpty();
                return null;
            });

            assertThat(platform.transactions.current()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void rollbackOnlyLeavesNothingThoughTheWorkReturns(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            String result = platform.transactions.call(tx -> {
                write(tx, "a");
                tx.rollbackOnly();
                return "returned";
            });

            assertThat(result).isEqualTo("returned");
            assertThat(platform.count("item")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aFailureInsideThatTheOuterWorkHidesLeavesNothingAndIsToldToTheCaller(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            IllegalStateException failure = new IllegalStateException("inside");

            assertThatThrownBy(() -> platform.transactions.call(outer -> {
                        write(outer, "outer");
                        assertThat(catchThrowable(() -> platform.transactions.call(inner -> {
                                    write(inner, "inner");
                                    throw failure;
                                })))
                                .isSameAs(failure);
                        return "looks as if it had worked";
                    }))
                    .isInstanceOf(PersistenceFailure.class)
                    .hasCause(failure);
            assertThat(platform.count("item")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void stepsBeforeTheCommitRunAfterTheWorkAndMayAddOthers(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            List<String> order = new ArrayList<>();

            platform.transactions.call(tx -> {
                tx.beforeCommit(() -> {
                    order.add("first step");
                    tx.beforeCommit(() -> order.add("step of a step"));
                });
                tx.beforeCommit(() -> {
                    order.add("second step");
                    write(tx, "by a step");
                });
                order.add("work");
                return null;
            });

            assertThat(order).containsExactly("work", "first step", "second step", "step of a step");
            assertThat(platform.count("item")).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aStepBeforeTheCommitThatFailsTakesEverythingWithIt(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            assertThatThrownBy(() -> platform.transactions.call(tx -> {
                        write(tx, "a");
                        tx.beforeCommit(() -> {
                            throw new IOException("no record, no write");
                        });
                        return null;
                    }))
                    .isInstanceOf(PersistenceFailure.class)
                    .hasMessageContaining("no record, no write");
            assertThat(platform.count("item")).isZero();
            assertThreadIsClean(platform);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void stepsAfterTheCommitSeeItDone(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            AtomicInteger seen = new AtomicInteger(-1);

            platform.transactions.call(tx -> {
                write(tx, "a");
                tx.afterCommit(() -> seen.set(seenByOthers(platform)));
                assertThat(seen).hasValue(-1);
                return null;
            });

            assertThat(seen).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void noStepAfterTheCommitRunsWhenThereWasNone(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            List<String> ran = new ArrayList<>();

            catchThrowable(() -> platform.transactions.call(tx -> {
                tx.afterCommit(() -> ran.add("after a failure"));
                throw new IllegalStateException("no");
            }));
            platform.transactions.call(tx -> {
                tx.afterCommit(() -> ran.add("after a rollback"));
                tx.rollbackOnly();
                return null;
            });

            assertThat(ran).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aFailingStepAfterTheCommitChangesNothing(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            List<String> ran = new ArrayList<>();

            String result = platform.transactions.call(tx -> {
                write(tx, "a");
                tx.afterCommit(() -> {
                    throw new IllegalStateException("a reader is away");
                });
                tx.afterCommit(() -> ran.add("the next"));
                return "done";
            });

            assertThat(result).isEqualTo("done");
            assertThat(ran).containsExactly("the next");
            assertThat(platform.count("item")).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aStepAfterTheCommitNeedsNoSecondConnection(Engine engine) throws Exception {
        try (TestPlatform platform = platform(engine, 2);
                Connection other = platform.database.connect()) {
            assertThat(other.isValid(1)).isTrue();
            AtomicInteger seen = new AtomicInteger();

            platform.transactions.call(tx -> {
                write(tx, "a");
                tx.afterCommit(() -> seen.set((int) platform.count("item")));
                return null;
            });

            assertThat(seen).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aKeyThatSomebodyElseTookFirstRepeatsTheWork(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            platform.execute("insert into item (id) values ('1')");
            AtomicInteger runs = new AtomicInteger();
            List<String> after = new ArrayList<>();

            platform.transactions.call(tx -> {
                int run = runs.incrementAndGet();
                tx.afterCommit(() -> after.add("run " + run));
                write(tx, "kept by run " + run);
                write(tx, String.valueOf(run));
                return null;
            });

            assertThat(runs).hasValue(2);
            assertThat(after).containsExactly("run 2");
            assertThat(platform.number("select count(*) from item where id like 'kept%'"))
                    .isOne();
            assertThat(platform.number("select count(*) from item where id = '2'"))
                    .isOne();
        }
    }

    @Test
    void aServerThatWentAwayBeforeTheCommitIsAskedAgain() {
        try (TestPlatform platform = platform(Engine.POSTGRESQL)) {
            AtomicInteger runs = new AtomicInteger();

            platform.transactions.call(tx -> {
                if (runs.incrementAndGet() == 1) {
                    platform.asAdministrator(terminate(tx));
                }
                write(tx, "a");
                return null;
            });

            assertThat(runs).hasValue(2);
            assertThat(platform.count("item")).isOne();
        }
    }

    @Test
    void aServerThatGoesAwayInTheCommitLeavesItOpenWhatCounts() {
        try (TestPlatform platform = platform(Engine.POSTGRESQL)) {
            platform.execute("create function leave() returns trigger language plpgsql as"
                    + " $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$");
            platform.execute("create constraint trigger leave after insert on item deferrable initially deferred"
                    + " for each row execute function leave()");
            AtomicInteger runs = new AtomicInteger();

            ProblemException told = catchThrowableOfType(
                    ProblemException.class,
                    () -> platform.transactions.call(tx -> {
                        runs.incrementAndGet();
                        write(tx, "a");
                        return null;
                    }));

            assertThat(told.problem().code()).isEqualTo("database-broke-off");
            assertThat(told.problem().kind())
                    .as("nobody is asked to send it again")
                    .isEqualTo(Problem.Kind.FAILED);
            assertThat(runs).as("nobody does twice what may be done").hasValue(1);
        }
    }

    @Test
    void aServerThatGoesAwayBeforeTheCommitItselfIsAskedAgain() {
        try (TestPlatform platform = platform(Engine.POSTGRESQL)) {
            AtomicInteger runs = new AtomicInteger();

            platform.transactions.call(tx -> {
                write(tx, "a");
                if (runs.incrementAndGet() == 1) {
                    tx.beforeCommit(() -> {
                        platform.asAdministrator(terminate(tx));
                        write(tx, "b");
                    });
                }
                return null;
            });

            assertThat(runs).hasValue(2);
            assertThat(platform.count("item")).isOne();
        }
    }

    @Test
    void aServerThatStaysAwayIsOutOfReach() {
        try (TestPlatform platform = platform(Engine.POSTGRESQL)) {
            ProblemException told = catchThrowableOfType(
                    ProblemException.class,
                    () -> platform.transactions.call(tx -> {
                        platform.asAdministrator(terminate(tx));
                        write(tx, "a");
                        return null;
                    }));

            assertThat(told.problem().code()).isEqualTo("database-unavailable");
            assertThat(platform.count("item")).isZero();
        }
    }

    private static String terminate(Transaction tx) throws SQLException {
        try (Statement statement = tx.connection().createStatement();
                ResultSet id = statement.executeQuery("select pg_backend_pid()")) {
            id.next();
            return "select pg_terminate_backend(" + id.getInt(1) + ")";
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aKeyThatStaysTakenIsAFailureInTheEnd(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            platform.execute("insert into item (id) values ('taken')");
            AtomicInteger runs = new AtomicInteger();

            assertThatThrownBy(() -> platform.transactions.call(tx -> {
                        runs.incrementAndGet();
                        write(tx, "taken");
                        return null;
                    }))
                    .isInstanceOf(PersistenceFailure.class)
                    .hasCauseInstanceOf(SQLException.class);
            assertThat(runs.get()).isBetween(2, 10);
            assertThreadIsClean(platform);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aConflictInsideRepeatsTheOutermostWorkOnly(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            platform.execute("insert into item (id) values ('1')");
            AtomicInteger outerRuns = new AtomicInteger();
            AtomicInteger innerRuns = new AtomicInteger();

            platform.transactions.call(outer -> {
                write(outer, "outer " + outerRuns.incrementAndGet());
                return platform.transactions.call(inner -> {
                    write(inner, String.valueOf(innerRuns.incrementAndGet()));
                    return null;
                });
            });

            assertThat(outerRuns).hasValue(2);
            assertThat(innerRuns).hasValue(2);
            assertThat(platform.number("select count(*) from item where id like 'outer%'"))
                    .isOne();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "H2, 40001",
        "H2, 40P01",
        "H2, 23505",
        "H2, 23503",
        "H2, 23506",
        "POSTGRESQL, 40001",
        "POSTGRESQL, 40P01",
        "POSTGRESQL, 23505",
        "POSTGRESQL, 23503"
    })
    void whatMayVanishIsTriedAgain(Engine engine, String state) {
        try (TestPlatform platform = platform(engine)) {
            AtomicInteger runs = new AtomicInteger();

            platform.transactions.call(tx -> {
                write(tx, "a");
                if (runs.incrementAndGet() == 1) {
                    throw new PersistenceFailure("wrapped", new SQLException("somebody was faster", state));
                }
                return null;
            });

            assertThat(runs).hasValue(2);
            assertThat(platform.count("item")).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWouldFailAgainIsNotTriedAgain(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            AtomicInteger runs = new AtomicInteger();

            assertThatThrownBy(() -> platform.transactions.call(tx -> {
                        runs.incrementAndGet();
                        try (Statement statement = tx.connection().createStatement()) {
                            return statement.execute("select nothing from nowhere");
                        }
                    }))
                    .isInstanceOf(PersistenceFailure.class);
            assertThat(catchThrowable(() -> platform.transactions.call(tx -> {
                        runs.incrementAndGet();
                        throw new ProblemException(
                                Problem.Kind.CONFLICT, "taken", Text.same("taken"), Text.same("taken"));
                    })))
                    .isInstanceOf(ProblemException.class);
            assertThat(runs).hasValue(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"H2, HYT00", "POSTGRESQL, 55P03"})
    void whoWaitsTooLongForOthersIsToldToComeBack(Engine engine, String state) {
        try (TestPlatform platform = platform(engine)) {
            AtomicInteger runs = new AtomicInteger();

            ProblemException refused = catchThrowableOfType(
                    ProblemException.class,
                    () -> platform.transactions.call(tx -> {
                        runs.incrementAndGet();
                        write(tx, "a");
                        throw new PersistenceFailure("wrapped", new SQLTimeoutException("somebody writes", state));
                    }));

            assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
            assertThat(refused.problem().code()).isEqualTo("database-busy");
            assertThat(runs).hasValue(1);
            assertThat(platform.count("item")).isZero();
        }
    }

    /** On H2 one writes at a time; nobody waits for each other there. */
    @Test
    void twoThatWaitForEachOtherBothGetThroughInTheEnd() throws Exception {
        try (TestPlatform platform = platform(Engine.POSTGRESQL)) {
            platform.execute("insert into item (id, amount) values ('a', 0), ('b', 0)");
            CyclicBarrier bothHoldOne = new CyclicBarrier(2);

            CompletableFuture<Void> one = CompletableFuture.runAsync(() -> transfer(platform, "a", "b", bothHoldOne));
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> transfer(platform, "b", "a", bothHoldOne));
            one.get(60, TimeUnit.SECONDS);
            other.get(60, TimeUnit.SECONDS);

            assertThat(platform.number("select sum(amount) from item")).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nobodyInsideCanEndTheTransactionThroughItsConnection(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            catchThrowable(() -> platform.transactions.call(tx -> {
                write(tx, "a");
                Connection connection = tx.connection();
                connection.setAutoCommit(true);
                connection.commit();
                connection.close();
                assertThat(connection.isClosed()).isFalse();
                assertThat(connection.getAutoCommit()).isFalse();
                write(tx, "b");
                throw new IllegalStateException("no");
            }));
            assertThat(platform.count("item")).isZero();

            platform.transactions.call(tx -> {
                write(tx, "a");
                tx.connection().rollback();
                tx.connection().close();
                return null;
            });
            assertThat(platform.count("item")).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aSavepointIsTheOwnersOwnAffair(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            platform.transactions.call(tx -> {
                write(tx, "a");
                Savepoint before = tx.connection().setSavepoint();
                write(tx, "b");
                tx.connection().rollback(before);
                return null;
            });

            assertThat(platform.text("select id from item")).isEqualTo("a");
            assertThat(platform.count("item")).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aConnectionComesBackWithoutTracesOfTheWorkBefore(Engine engine) {
        try (TestPlatform platform = platform(engine, 2)) {
            for (int i = 0; i < 20; i++) {
                catchThrowable(() -> platform.transactions.call(tx -> {
                    write(tx, "a");
                    throw new IllegalStateException("no");
                }));
                assertThreadIsClean(platform);
            }

            assertThat(platform.count("item")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anAttachmentLivesAsLongAsItsTransaction(Engine engine) {
        try (TestPlatform platform = platform(engine)) {
            List<Object> seen = new ArrayList<>();

            for (int i = 0; i < 2; i++) {
                platform.transactions.call(tx -> {
                    seen.add(tx.attachment(Object.class, Object::new));
                    seen.add(platform.transactions.call(inner -> inner.attachment(Object.class, Object::new)));
                    return null;
                });
            }

            assertThat(seen.get(0)).isSameAs(seen.get(1));
            assertThat(seen.get(2)).isSameAs(seen.get(3)).isNotSameAs(seen.get(0));
        }
    }

    private static void transfer(TestPlatform platform, String first, String second, CyclicBarrier bothHoldOne) {
        AtomicInteger runs = new AtomicInteger();
        platform.transactions.call(tx -> {
            add(tx, first);
            if (runs.incrementAndGet() == 1) {
                bothHoldOne.await(10, TimeUnit.SECONDS);
            }
            add(tx, second);
            return null;
        });
    }

    private static void add(Transaction tx, String id) throws SQLException {
        try (Statement statement = tx.connection().createStatement()) {
            statement.executeUpdate("update item set amount = amount + 1 where id = '" + id + "'");
        }
    }

    private static void write(Transaction tx, String id) throws SQLException {
        try (Statement statement = tx.connection().createStatement()) {
            statement.executeUpdate("insert into item (id) values ('" + id + "')");
        }
    }

    private static int seenByOthers(TestPlatform platform) {
        try (Connection other = platform.database.connect();
                Statement statement = other.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from item")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertThreadIsClean(TestPlatform platform) {
        assertThat(platform.transactions.current()).isEmpty();
        assertThat(platform.thread.get()).isNull();
    }

    private static TestPlatform platform(Engine engine) {
        return platform(engine, 8);
    }

    private static TestPlatform platform(Engine engine, int connections) {
        TestPlatform platform = TestPlatform.on(engine, connections, 2_000);
        platform.execute("create table item (id varchar(100) not null primary key, amount integer)");
        return platform;
    }
}
