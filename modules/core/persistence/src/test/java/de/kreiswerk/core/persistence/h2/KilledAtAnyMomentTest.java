package de.kreiswerk.core.persistence.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stops a process with many writers at any moment and looks at what a kill would have left. H2 by itself fails this at every
 * seventh moment: halves of transactions, indexes that lack rows, locks that nobody holds and nobody can take.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KilledAtAnyMomentTest {

    private static final int WRITERS = Boolean.getBoolean("kreiswerk.full") ? 12 : 1;
    /** Of one writer: at each everything is read that it wrote since it began. */
    private static final int MOMENTS = 25;

    @Test
    void whatWasAcknowledgedIsThereAndNothingIsHalfThere(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell that stops and continues processes");
        Random random = new Random();
        for (int i = 0; i < WRITERS; i++) {
            stopAgainAndAgain(Files.createDirectory(folder.resolve("writer" + i)), random);
        }
    }

    private static void stopAgainAndAgain(Path folder, Random random) throws Exception {
        Process writer = start(folder);
        try {
            for (int i = 0; i < MOMENTS; i++) {
                awaitCommits(writer, folder, 20 + random.nextInt(100));
                signal("STOP", writer);
                awaitStopped(writer);
                look(folder);
                signal("CONT", writer);
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    private static void awaitCommits(Process writer, Path folder, int commits) throws Exception {
        Path file = folder.resolve("acknowledged");
        int enough = acknowledged(file).size() + commits;
        while (acknowledged(file).size() < enough) {
            assertThat(writer.isAlive()).as("the writer").isTrue();
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** The signal is sent, and threads on other cores go on for a moment: what they do meanwhile is not in a copy that has begun. */
    private static void awaitStopped(Process writer) throws Exception {
        Path tasks = Path.of("/proc", String.valueOf(writer.pid()), "task");
        assumeTrue(Files.isDirectory(tasks), "needs Linux to see whether all threads have stopped");
        while (!areStopped(tasks)) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static boolean areStopped(Path tasks) throws IOException {
        try (DirectoryStream<Path> each = Files.newDirectoryStream(tasks)) {
            for (Path task : each) {
                String state = Files.readString(task.resolve("stat"));
                // Behind the name, which is in brackets and may hold anything.
                if (state.charAt(state.lastIndexOf(')') + 2) != 'T') {
                    return false;
                }
            }
        }
        return true;
    }

    /** On a copy, since opening changes the file. */
    private static void look(Path folder) throws Exception {
        Files.copy(folder.resolve("db.mv.db"), folder.resolve("copy.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        try (H2Source source = new H2Source(KilledWriter.address(folder, "copy"), "kreiswerk", "");
                Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            Set<Long> first = ids(statement, "select id from part0");
            assertThat(first).containsAll(acknowledged(folder.resolve("acknowledged")));
            for (int i = 0; i < KilledWriter.TABLES; i++) {
                assertThat(ids(statement, "select id from part" + i))
                        .as("table %s", i)
                        .isEqualTo(first);
                assertThat(ids(statement, "select id from part" + i + " where word >= ''"))
                        .as("index %s", i)
                        .isEqualTo(first);
            }
            statement.setQueryTimeout(10);
            assertThat(statement.executeUpdate("update lease set token = 0")).isEqualTo(KilledWriter.WRITERS);
        }
    }

    private static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledWriter.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid()).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Complete lines only: the last one may be half written. */
    private static Set<Long> acknowledged(Path file) throws IOException {
        Set<Long> ids = new HashSet<>();
        if (Files.exists(file)) {
            String text = Files.readString(file);
            for (String line :
                    List.of(text.substring(0, text.lastIndexOf('\n') + 1).split("\n"))) {
                if (!line.isEmpty()) {
                    ids.add(Long.valueOf(line));
                }
            }
        }
        return ids;
    }

    private static Set<Long> ids(Statement statement, String sql) throws SQLException {
        Set<Long> ids = new HashSet<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }
}
