package de.kreiswerk.core.persistence.h2;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Writes into many tables with many threads and says after each commit which one it was, until it is killed. */
public final class KilledWriter {

    static final int TABLES = 10;
    static final int WRITERS = 8;

    private final H2Source source;
    private final OutputStream acknowledged;
    private final AtomicLong ids = new AtomicLong();

    private KilledWriter(Path folder) throws IOException {
        this.source = new H2Source(address(folder, "db"), "kreiswerk", "");
        this.acknowledged = Files.newOutputStream(
                folder.resolve("acknowledged"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Space is used again soon, which otherwise begins when a database is older than 45 s. */
    static String address(Path folder, String name) {
        return "jdbc:h2:file:" + folder.resolve(name).toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE;RETENTION_TIME=200";
    }

    /** With the folder to write into. */
    public static void main(String[] arguments) throws Exception {
        KilledWriter writer = new KilledWriter(Path.of(arguments[0]));
        writer.makeTables();
        for (int i = 0; i < WRITERS; i++) {
            int number = i;
            new Thread(() -> writer.write(number)).start();
        }
    }

    private void makeTables() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < TABLES; i++) {
                statement.execute(
                        "create table part" + i + " (id bigint primary key, word varchar(40), text varchar(9000))");
                statement.execute("create index word" + i + " on part" + i + " (word)");
            }
            statement.execute("create table lease (name int primary key, token bigint)");
            for (int i = 0; i < WRITERS; i++) {
                statement.execute("insert into lease values (" + i + ", 0)");
            }
        }
    }

    private void write(int number) {
        Random random = new Random(number);
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            while (true) {
                long id = ids.incrementAndGet();
                lock(connection, number);
                for (int i = 0; i < TABLES; i++) {
                    insert(connection, i, id, random);
                }
                connection.commit();
                acknowledged.write((id + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (SQLException | IOException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void lock(Connection connection, int number) throws SQLException {
        for (String sql : new String[] {
            "select token from lease where name = ? for update", "update lease set token = token + 1 where name = ?"
        }) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setInt(1, number);
                statement.execute();
            }
        }
    }

    private static void insert(Connection connection, int table, long id, Random random) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into part" + table + " values (?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, Long.toHexString(random.nextLong()));
            insert.setString(3, "x".repeat(random.nextInt(3_000)));
            insert.executeUpdate();
        }
    }
}
