package de.kreiswerk.runtime.bench.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/** A server that runs as a process of its own. */
public final class ServerProcess implements AutoCloseable {

    static final long PATIENCE_SECONDS = 180;
    private static final int TAIL = 40;

    private final Process process;
    private final long begin;
    private final Path log;
    private final Consumer<String> listener;
    private final Thread reader;
    private final Thread lastResort;
    private final Deque<String> tail = new ArrayDeque<>();

    private ServerProcess(Process process, long begin, Path log, Consumer<String> listener) {
        this.process = process;
        this.begin = begin;
        this.log = log;
        this.listener = listener;
        this.lastResort = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(lastResort);
        this.reader = new Thread(this::read, "server-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a server.
     *
     * @param command program and arguments
     * @param environment further environment variables
     * @param log where to keep what it says; stays when a run fails
     * @return the process, not ready yet
     */
    public static ServerProcess start(List<String> command, Map<String, String> environment, Path log) {
        return start(command, environment, log, line -> {});
    }

    /** The listener hears each line, and null at the end. */
    static ServerProcess start(
            List<String> command, Map<String, String> environment, Path log, Consumer<String> listener) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // The same Java for everything that is compared.
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        try {
            long begin = System.nanoTime();
            return new ServerProcess(builder.start(), begin, log, listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A port that nobody listens on.
     *
     * @return its number
     */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader in =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(Files.newBufferedWriter(log), true)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                remember(line);
                out.println(line);
                listener.accept(line);
            }
        } catch (IOException e) {
            remember(e.toString());
        }
        listener.accept(null);
    }

    private synchronized void remember(String line) {
        tail.add(line);
        if (tail.size() > TAIL) {
            tail.remove();
        }
    }

    synchronized String tail() {
        return String.join("\n", tail);
    }

    long begin() {
        return begin;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until an address answers, whatever it answers.
     *
     * @param url the address
     * @return how long that took from the start of the process
     */
    public Duration awaitAnswer(String url) {
        return await(url, status -> true);
    }

    /**
     * Waits until an address answers 200.
     *
     * @param url the address
     * @return how long that took from the start of the process
     */
    public Duration awaitOk(String url) {
        return await(url, status -> status == HttpURLConnection.HTTP_OK);
    }

    private Duration await(String url, IntPredicate wanted) {
        long end = begin + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            OptionalInt status = status(url);
            if (status.isPresent() && wanted.test(status.getAsInt())) {
                return Duration.ofNanos(System.nanoTime() - begin);
            }
            pause(5);
        }
        throw new IllegalStateException(url + " does not answer as it should:\n" + tail());
    }

    /** The status once all of the answer is there; nothing when nobody answers. */
    private static OptionalInt status(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(10_000);
            int status = connection.getResponseCode();
            if (status == HttpURLConnection.HTTP_OK) {
                connection.getInputStream().readAllBytes();
            }
            connection.disconnect();
            return OptionalInt.of(status);
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    /**
     * What the process has cost so far.
     *
     * @return processor time of all cores
     */
    public Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /**
     * How much memory the process holds.
     *
     * @return resident memory in MiB
     */
    public double residentMebibytes() {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Asks the virtual machine of the process.
     *
     * @param command of {@code jcmd}
     * @return what it answers, line by line
     */
    public List<String> diagnose(String command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process asked = new ProcessBuilder(jcmd.toString(), String.valueOf(process.pid()), command)
                    .redirectErrorStream(true)
                    .start();
            List<String> lines = asked.inputReader().lines().toList();
            if (asked.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + String.join("\n", lines));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Waits.
     *
     * @param millis how long
     */
    public static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks the server to end and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            reader.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        Runtime.getRuntime().removeShutdownHook(lastResort);
    }
}
