package de.kreiswerk.runtime.bench;

import de.kreiswerk.runtime.bench.database.Database;
import de.kreiswerk.runtime.bench.database.Server;
import de.kreiswerk.runtime.bench.platform.Folders;
import de.kreiswerk.runtime.bench.platform.PlatformProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A transaction with its record beside the same transaction with a plain row. Measured inside of a running platform by
 * {@link de.kreiswerk.runtime.bench.inside.RecordBench}: this jar is put among the bundles of a copy of the distribution.
 */
final class TransactionBench {

    private final Plan plan;
    private final Path home;
    private final Path bundle;
    private final Folders folders;
    private final Consumer<String> progress;

    TransactionBench(Plan plan, Path home, Path bundle, Folders folders, Consumer<String> progress) {
        this.plan = plan;
        this.home = home;
        this.bundle = bundle;
        this.folders = folders;
        this.progress = progress;
    }

    List<Comparison> run(Server server) throws IOException {
        Path copy = folders.copy(home, name -> true);
        Folders.copy(bundle, copy.resolve("bundles").resolve("de.kreiswerk.runtime.bench.jar"));
        Path data = folders.fresh("transactions");
        Database database = server.fresh(data);
        List<String> answer;
        try (PlatformProcess platform =
                PlatformProcess.start(copy, data, database.environment(), List.of("--port", "0", "--no-demo"))) {
            platform.awaitReady();
            order(data);
            long rounds = (plan.writeRounds() + 1L) * 2 * plan.writers().size();
            answer = platform.awaitFile(
                    "bench.result",
                    Duration.ofMillis(rounds * plan.writeMillis()).plusMinutes(2));
        }
        return plan.writers().stream()
                .map(writers -> comparison(server, writers, answer))
                .toList();
    }

    /** First under another name: the other side must not read half of it. */
    private void order(Path data) throws IOException {
        String writers = plan.writers().stream().map(String::valueOf).collect(Collectors.joining(" "));
        Path order = Files.writeString(
                data.resolve("bench.order"), plan.writeMillis() + " " + plan.writeRounds() + " " + writers);
        Files.move(order, data.resolve("bench.go"));
    }

    private Comparison comparison(Server server, int writers, List<String> answer) {
        List<Comparison.Round> rounds = new ArrayList<>();
        long behind = 0;
        for (String line : answer) {
            String[] words = line.split(" ");
            if (words[0].equals("failed")) {
                throw new IllegalStateException("Inside of the platform: " + line);
            }
            if (Integer.parseInt(words[0]) == writers) {
                rounds.add(new Comparison.Round(Double.parseDouble(words[1]), Double.parseDouble(words[2])));
                behind = Math.max(behind, Long.parseLong(words[3]));
            }
        }
        progress.accept(writers + " writers: the last record waited " + behind + " ms for its number");
        return new Comparison(
                "Transaction with its record, beside a plain row, " + writers + (writers == 1 ? " writer" : " writers"),
                server.name(),
                "/s",
                0.8,
                true,
                rounds);
    }
}
