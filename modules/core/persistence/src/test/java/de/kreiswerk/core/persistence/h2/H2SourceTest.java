package de.kreiswerk.core.persistence.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.jdbc.JdbcConnection;
import org.h2.util.DateTimeUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class H2SourceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private final H2Source source = new H2Source("jdbc:h2:mem:" + UUID.randomUUID(), "kreiswerk", "");
    private Connection one;

    @BeforeEach
    void open() throws SQLException {
        one = source.getConnection();
        execute(one, "create table item (id int primary key)");
        one.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        one.close();
        source.close();
    }

    @Test
    void whoReadsWaitsForNobody() throws Exception {
        execute(one, "insert into item values (1)");

        assertThat(elsewhere(() -> {
                    try (Connection other = source.getConnection()) {
                        return count(other);
                    }
                }))
                .isZero();
        assertThat(count(one)).isOne();
    }

    @Test
    void oneWritesAtATimeAndTheNextWhenItsTransactionHasEnded() throws Exception {
        for (String end : new String[] {"commit", "rollback", "close"}) {
            execute(one, "delete from item");
            CompletableFuture<Void> other = write(7);
            assertThat(other).isNotDone();

            switch (end) {
                case "commit" -> one.commit();
                case "rollback" -> one.rollback();
                default -> one.close();
            }
            other.get(30, TimeUnit.SECONDS);

            try (Connection reader = source.getConnection()) {
                assertThat(count(reader)).as(end).isOne();
                execute(reader, "delete from item");
            }
        }
        one = source.getConnection();
    }

    @Test
    void aConnectionThatAnotherThreadClosesGivesTheTurnBack() throws Exception {
        execute(one, "insert into item values (1)");
        elsewhere(() -> {
            one.close();
            return null;
        });

        write(2).get(30, TimeUnit.SECONDS);

        one = source.getConnection();
        assertThat(count(one)).isOne();
    }

    @Test
    void aSavepointEndsNoTransaction() throws Exception {
        execute(one, "insert into item values (1)");
        Savepoint before = one.setSavepoint();
        execute(one, "insert into item values (2)");
        one.rollback(before);
        CompletableFuture<Void> other = write(2);
        assertThat(other).isNotDone();

        one.commit();
        other.get(30, TimeUnit.SECONDS);
        assertThat(count(one)).isEqualTo(2);
    }

    @Test
    void aStatementThatIsATransactionOfItsOwnKeepsNoTurn() throws Exception {
        try (Connection alone = source.getConnection()) {
            execute(alone, "insert into item values (1)");
            assertThatThrownBy(() -> execute(alone, "insert into item values (1)"))
                    .isInstanceOf(SQLException.class);
            try (PreparedStatement insert = alone.prepareStatement("insert into item values (?)")) {
                insert.setInt(1, 2);
                insert.executeUpdate();
            }
            write(3).get(30, TimeUnit.SECONDS);
        }

        assertThat(count(one)).isEqualTo(3);
    }

    @Test
    void aStatementThatIsPreparedOnceTakesTheTurnInEachTransaction() throws Exception {
        try (PreparedStatement insert = one.prepareStatement("insert into item values (?)")) {
            for (int i = 0; i < 3; i++) {
                insert.setInt(1, i);
                insert.addBatch();
                insert.executeBatch();
                CompletableFuture<Void> other = write(10 + i);
                assertThat(other).isNotDone();
                one.commit();
                other.get(30, TimeUnit.SECONDS);
            }
            assertThat(insert.getConnection()).isEqualTo(one);
        }
        assertThat(count(one)).isEqualTo(6);
    }

    /** One test at a time in this JVM: the zone is everybody's. */
    @Test
    void inTheHourThatComesTwiceEachMomentIsReadAsItWasWritten() throws Exception {
        TimeZone before = TimeZone.getDefault();
        zone(TimeZone.getTimeZone("Europe/Berlin"));
        try (Connection summer = source.getConnection()) {
            execute(summer, "create table moment (id int primary key, made timestamp with time zone, met date)");
            Instant first = Instant.parse("2026-10-25T00:30:00Z");
            Instant second = Instant.parse("2026-10-25T01:30:00Z");
            execute(
                    summer,
                    "insert into moment values" + " (0, timestamp with time zone '2026-10-25 02:30:00+02:00', null)");
            write(summer, 1, first, PreparedStatement::setTimestamp);
            write(summer, 2, second, PreparedStatement::setTimestamp);
            write(summer, 3, second, PreparedStatement::setObject);

            assertThat(moment(summer, 0)).as("as earlier versions wrote").isEqualTo(first);
            assertThat(moment(summer, 1)).isEqualTo(first);
            assertThat(moment(summer, 2)).isEqualTo(second);
            assertThat(moment(summer, 3)).isEqualTo(second);
            try (PreparedStatement select =
                    summer.prepareStatement("select count(*), min(met), max(met) from moment where made < ?")) {
                select.setTimestamp(1, Timestamp.from(second));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    assertThat(row.getInt(1)).isEqualTo(2);
                    assertThat(row.getDate(2)).isEqualTo(Date.valueOf(DAY));
                    assertThat(row.getObject(3, LocalDate.class)).isEqualTo(DAY);
                }
                assertThat(select.getConnection()).isEqualTo(summer);
            }
        } finally {
            zone(before);
        }
    }

    /** H2 asks once for it. */
    private static void zone(TimeZone zone) {
        TimeZone.setDefault(zone);
        DateTimeUtils.resetCalendar();
    }

    @FunctionalInterface
    private interface Setter {
        void set(PreparedStatement statement, int column, Timestamp time) throws SQLException;
    }

    private static void write(Connection connection, int id, Instant time, Setter setter) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into moment values (?, ?, ?)")) {
            insert.setInt(1, id);
            setter.set(insert, 2, Timestamp.from(time));
            insert.setDate(3, Date.valueOf(DAY));
            insert.executeUpdate();
        }
    }

    private static Instant moment(Connection connection, int id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select made from moment where id = ?")) {
            select.setInt(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                assertThat(row.getObject(1, OffsetDateTime.class).toInstant())
                        .isEqualTo(row.getTimestamp(1).toInstant());
                return row.getTimestamp(1).toInstant();
            }
        }
    }

    @Test
    void twoConnectionsOfAThreadDoNotWaitForEachOther() throws Exception {
        execute(one, "insert into item values (1)");
        try (Connection other = source.getConnection()) {
            execute(other, "create table another (id int)");
        }
        one.commit();

        assertThat(count(one)).isOne();
    }

    @Test
    void aCommitIsInTheFileWhenItReturnsWhateverTheAddressSays(@TempDir Path folder) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("db").toAbsolutePath();
        try (H2Source file = new H2Source(url + ";write_delay=60000", "kreiswerk", "");
                Connection connection = file.getConnection()) {
            execute(connection, "create table item (id int primary key)");
            connection.setAutoCommit(false);
            execute(connection, "insert into item values (1)");
            connection.commit();

            // A copy is what a kill leaves.
            java.nio.file.Files.copy(folder.resolve("db.mv.db"), folder.resolve("copy.mv.db"));
            try (H2Source copy = new H2Source(
                            "jdbc:h2:file:" + folder.resolve("copy").toAbsolutePath(), "kreiswerk", "");
                    Connection reader = copy.getConnection()) {
                assertThat(count(reader)).isOne();
            }
        }
    }

    /** With a second database under H2's name, the one that was opened anew would be lost to everybody. */
    @Test
    void whatAFailureClosedIsOpenedAnewWhenTheLastConnectionToItIsGone(@TempDir Path folder) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("db").toAbsolutePath();
        try (H2Source file = new H2Source(url, "kreiswerk", "")) {
            Connection writer = file.getConnection();
            Connection reader = file.getConnection();
            execute(writer, "create table item (id int primary key)");
            execute(writer, "insert into item values (1)");
            FileSaver.storeOf(writer.unwrap(JdbcConnection.class)).closeImmediately();

            CompletableFuture<Connection> anew = CompletableFuture.supplyAsync(() -> connect(file));
            assertThatThrownBy(() -> execute(writer, "insert into item values (2)"))
                    .isInstanceOf(SQLException.class);
            closeQuietly(writer);
            assertThat(anew).isNotDone();
            assertThatThrownBy(() -> count(reader)).isInstanceOf(SQLException.class);
            closeQuietly(reader);

            try (Connection first = anew.get(30, TimeUnit.SECONDS);
                    Connection second = file.getConnection()) {
                assertThat(count(first)).isOne();
                execute(first, "insert into item values (3)");
                assertThat(count(second)).isEqualTo(2);
            }
        }
        try (H2Source file = new H2Source(url, "kreiswerk", "");
                Connection later = file.getConnection()) {
            assertThat(count(later)).as("the file is not locked").isEqualTo(2);
        }
    }

    @Test
    void whoKeepsAConnectionToADatabaseThatAFailureClosedKeepsOthersOutForAWhileOnly(@TempDir Path folder)
            throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("db").toAbsolutePath();
        try (H2Source file = new H2Source(url, "kreiswerk", "", 50)) {
            Connection kept = file.getConnection();
            FileSaver.storeOf(kept.unwrap(JdbcConnection.class)).closeImmediately();

            assertThatThrownBy(file::getConnection).hasMessageContaining("still open");
            closeQuietly(kept);
            closeQuietly(kept);
            file.getConnection().close();
        }
    }

    /** As the pool does when it is closed while somebody is at work. */
    @Test
    void whoseConnectionIsAbortedIsNotToldThatItIsSaved(@TempDir Path folder) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("db").toAbsolutePath();
        H2Source file = new H2Source(url, "kreiswerk", "");
        Connection writer = file.getConnection();
        Connection other = file.getConnection();
        execute(writer, "create table item (id int primary key)");
        writer.setAutoCommit(false);
        execute(writer, "insert into item values (1)");

        elsewhere(() -> {
            writer.abort(Runnable::run);
            return null;
        });

        execute(other, "insert into item values (2)");
        assertThatThrownBy(() -> execute(writer, "insert into item values (3)")).isInstanceOf(SQLException.class);
        assertThatThrownBy(writer::commit).isInstanceOf(SQLException.class);
        other.close();
        file.close();
        assertThatThrownBy(file::getConnection).hasMessageContaining("for good");
        try (H2Source again = new H2Source(url, "kreiswerk", "");
                Connection later = again.getConnection()) {
            assertThat(count(later)).as("the file is not locked").isOne();
        }
    }

    private static Connection connect(H2Source source) {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    /** H2 says once more what was wrong. */
    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isNotNull();
        }
    }

    /** Begins elsewhere; by the time this returns, it waits for the turn or has it. */
    private CompletableFuture<Void> write(int id) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> {
            try (Connection other = source.getConnection()) {
                other.setAutoCommit(false);
                begun.countDown();
                execute(other, "insert into item values (" + id + ")");
                other.commit();
            } catch (SQLException e) {
                throw new CompletionException(e);
            }
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        return end;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from item")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static <T> T elsewhere(Step<T> step) {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return step.run();
                    } catch (SQLException e) {
                        throw new CompletionException(e);
                    }
                })
                .join();
    }

    @FunctionalInterface
    private interface Step<T> {

        T run() throws SQLException;
    }
}
