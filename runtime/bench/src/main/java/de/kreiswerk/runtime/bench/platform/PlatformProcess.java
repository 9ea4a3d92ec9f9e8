package de.kreiswerk.runtime.bench.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

    private static final Pattern READY = Pattern.compile("Kreiswerk is ready: (http://\\S+)/");

    private final Path data;
    private final CompletableFuture<Long> ready = new CompletableFuture<>();
    private volatile String url;
    private final ServerProcess server;

    private PlatformProcess(Path data, List<String> command, Map<String, String> environment) {
        this.data = data;
        this.server = ServerProcess.start(command, environment, data.resolve("bench.log"), this::said);
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
        return new PlatformProcess(data, command, environment);
    }

    private void said(String line) {
        if (line == null) {
            ready.completeExceptionally(new IllegalStateException("it ended"));
            return;
        }
        Matcher matcher = READY.matcher(line);
        if (matcher.matches()) {
            url = matcher.group(1);
            ready.complete(System.nanoTime());
        }
    }

    /**
     * Waits until the platform says that it is ready.
     *
     * @return how long that took from the start of the process
     */
    public Duration awaitReady() {
        try {
            return Duration.ofNanos(ready.get(ServerProcess.PATIENCE_SECONDS, TimeUnit.SECONDS) - server.begin());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The platform does not start:\n" + server.tail(), e);
        }
    }

    /**
     * The process itself.
     *
     * @return as any other server's
     */
    public ServerProcess server() {
        return server;
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
        return token(data);
    }

    /**
     * The operator's token of a platform that was started with a data directory.
     *
     * @param data the data directory
     * @return as it is sent
     */
    public static String token(Path data) {
        try {
            return Files.readString(data.resolve("operator.token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            if (System.nanoTime() > end || !server.isAlive()) {
                throw new IllegalStateException("The platform wrote no " + name + ":\n" + server.tail());
            }
            ServerProcess.pause(100);
        }
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the platform to end and waits until it has. */
    @Override
    public void close() {
        server.close();
    }
}
