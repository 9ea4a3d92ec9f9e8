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
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A distribution that runs as a process of its own. */
public final class PlatformProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 180;
    private static final Pattern READY = Pattern.compile("Kreiswerk is ready: (http://\\S+)/");
    private static final int TAIL = 40;

    private final Path data;
    private final Process process;
    private final long begin;
    private final Thread reader;
    private final Thread lastResort;
    private final Deque<String> tail = new ArrayDeque<>();
    private final CompletableFuture<Long> ready = new CompletableFuture<>();
    private volatile String url;

    private PlatformProcess(Path data, Process process, long begin) {
        this.data = data;
        this.process = process;
        this.begin = begin;
        this.lastResort = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(lastResort);
        this.reader = new Thread(this::read, "platform-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a distribution.
     *
     * @param home its folder
     * @param data the data directory
     * @param environment what it is told by environment variables, such as the database
     * @param options further options of {@code kreiswerk run}
     * @return the process, not ready yet
     */
    public static PlatformProcess start(Path home, Path data, Map<String, String> environment, List<String> options) {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/kreiswerk").toString(), "run", "--data", data.toString()));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // The same Java for everything that is compared.
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        try {
            long begin = System.nanoTime();
            return new PlatformProcess(data, builder.start(), begin);
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

    /** What the platform says is kept beside its data, which stay when a run fails. */
    private void read() {
        try (BufferedReader in =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter log = new PrintWriter(Files.newBufferedWriter(data.resolve("bench.log")), true)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                remember(line);
                log.println(line);
                Matcher matcher = READY.matcher(line);
                if (matcher.matches()) {
                    url = matcher.group(1);
                    ready.complete(System.nanoTime());
                }
            }
        } catch (IOException e) {
            remember(e.toString());
        }
        ready.completeExceptionally(new IllegalStateException("it ended"));
    }

    private synchronized void remember(String line) {
        tail.add(line);
        if (tail.size() > TAIL) {
            tail.remove();
        }
    }

    private synchronized String tail() {
        return String.join("\n", tail);
    }

    /**
     * Waits until the platform says that it is ready.
     *
     * @return how long that took from the start of the process
     */
    public Duration awaitReady() {
        try {
            return Duration.ofNanos(ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS) - begin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The platform does not start:\n" + tail(), e);
        }
    }

    /**
     * Waits until a port answers, whatever it answers.
     *
     * @param port the port
     * @return how long that took from the start of the process
     */
    public Duration awaitAnswer(int port) {
        long end = begin + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            if (answers(port)) {
                return Duration.ofNanos(System.nanoTime() - begin);
            }
            pause(5);
        }
        throw new IllegalStateException("The port does not answer:\n" + tail());
    }

    private static boolean answers(int port) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://localhost:" + port + "/").toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(10_000);
            connection.getResponseCode();
            connection.disconnect();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The address that the platform named.
     *
     * @return without a slash at the end
     */
    public String url() {
        return url;
    }

    /**
     * The operator's token.
     *
     * @return as it is sent
     */
    public String token() {
        try {
            return Files.readString(data.resolve("operator.token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the platform has cost so far.
     *
     * @return processor time of all cores
     */
    public Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /**
     * Waits for a file that the platform writes.
     *
     * @param name its name in the data directory
     * @param patience for how long
     * @return its lines
     */
    public List<String> awaitFile(String name, Duration patience) {
        Path file = data.resolve(name);
        long end = System.nanoTime() + patience.toNanos();
        while (!Files.exists(file)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException("The platform wrote no " + name + ":\n" + tail());
            }
            pause(100);
        }
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    /** Asks the platform to end and waits until it has. */
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
