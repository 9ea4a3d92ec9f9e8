package de.kreiswerk.runtime.bench.face;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator, a program of its own: {@code apt-get install wrk}. */
public final class Wrk {

    private static final String PROGRAM = "wrk";
    private static final int CONNECTIONS = 16;
    private static final long LONG_ENOUGH_MILLIS = 30_000;
    private static final Pattern RESULT = Pattern.compile("bench (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    private final Path script;
    private final Path paths;

    /**
     * Prepares.
     *
     * @param folder where its files may lie
     * @param paths what it asks for, one after the other, again and again
     */
    public Wrk(Path folder, List<String> paths) {
        this.script = folder.resolve("paths.lua");
        this.paths = folder.resolve("paths");
        try (InputStream in = Wrk.class.getResourceAsStream("paths.lua")) {
            Files.write(script, in.readAllBytes());
            Files.write(this.paths, paths);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether it is installed.
     *
     * @return true when there is such a program
     */
    public static boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
    }

    /**
     * What came of it.
     *
     * @param rate answers a second
     * @param slowestMillis how long 99 of 100 answers took at most, in milliseconds
     */
    public record Result(double rate, double slowestMillis) {}

    /**
     * What came of asking, good or bad.
     *
     * @param requests how many were answered
     * @param failed how many with an error, or not at all
     * @param slowestMillis how long 99 of 100 answers took at most, in milliseconds
     */
    public record Count(long requests, long failed, double slowestMillis) {}

    /**
     * Asks, and counts what goes wrong.
     *
     * @param url the server
     * @param connections how many ask at once
     * @param millis for how long
     * @return what came of it
     */
    public Count count(String url, int connections, long millis) {
        Matcher result = ask(url, connections, List.of(), millis);
        return new Count(
                Long.parseLong(result.group(1)),
                Long.parseLong(result.group(4)) + Long.parseLong(result.group(5)),
                Long.parseLong(result.group(6)) / 1e3);
    }

    /** Answers a second, as many ask. */
    double rate(String url, long millis, long smallestAnswer) {
        return load(url, CONNECTIONS, List.of(), millis, smallestAnswer).rate();
    }

    /**
     * Asks. Anything but good answers of at least that size is a failure.
     *
     * @param url the server
     * @param connections how many ask at once
     * @param headers what is sent with each request, {@code name: value}
     * @param millis for how long
     * @param smallestAnswer the bytes that an answer has at least
     * @return what came of it
     */
    public Result load(String url, int connections, List<String> headers, long millis, long smallestAnswer) {
        Matcher result = ask(url, connections, headers, millis);
        long requests = Long.parseLong(result.group(1));
        if (requests == 0) {
            // On a busy machine a short time can pass without any answer.
            result = ask(url, connections, headers, Math.max(millis, LONG_ENOUGH_MILLIS));
            requests = Long.parseLong(result.group(1));
        }
        long bytes = Long.parseLong(result.group(3));
        if (requests == 0
                || Long.parseLong(result.group(4)) + Long.parseLong(result.group(5)) > 0
                || bytes / requests < smallestAnswer) {
            throw new IllegalStateException(url + " does not answer as it should: " + result.group());
        }
        return new Result(requests * 1e6 / Long.parseLong(result.group(2)), Long.parseLong(result.group(6)) / 1e3);
    }

    private Matcher ask(String url, int connections, List<String> headers, long millis) {
        String seconds = Math.max(1, Math.round(millis / 1000.0)) + "s";
        List<String> command = new ArrayList<>(
                List.of(PROGRAM, "-t", "1", "-c", String.valueOf(connections), "-d", seconds, "--timeout", "30s"));
        headers.forEach(header -> command.addAll(List.of("-H", header)));
        command.addAll(List.of("-s", script.toString(), url, "--", paths.toString()));
        String output = run(command, millis);
        Matcher result = RESULT.matcher(output);
        if (!result.find()) {
            throw new IllegalStateException("wrk does not work:\n" + output);
        }
        return result;
    }

    private static String run(List<String> command, long millis) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(millis + 60_000, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new IllegalStateException("wrk is missing: apt-get install wrk", e);
        }
    }
}
