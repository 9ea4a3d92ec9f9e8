package de.kreiswerk.runtime.bench;

import de.kreiswerk.runtime.bench.database.Database;
import de.kreiswerk.runtime.bench.database.Server;
import de.kreiswerk.runtime.bench.platform.Folders;
import de.kreiswerk.runtime.bench.platform.PlatformProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

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
        List<InsideWrites> answer;
        try (PlatformProcess platform =
                PlatformProcess.start(copy, data, database.environment(), List.of("--port", "0", "--no-demo"))) {
            platform.awaitReady();
            answer = InsideWrites.measure(platform, data, plan, plan.writers());
        }
        return plan.writers().stream()
                .map(writers -> comparison(server, writers, answer))
                .toList();
    }

    private Comparison comparison(Server server, int writers, List<InsideWrites> answer) {
        List<InsideWrites> ours =
                answer.stream().filter(each -> each.writers() == writers).toList();
        long behind = ours.stream().mapToLong(InsideWrites::behind).max().orElse(0);
        progress.accept(writers + " writers: the last record waited " + behind + " ms for its number");
        return new Comparison(
                "Transaction with its record, beside a plain row, " + writers + (writers == 1 ? " writer" : " writers"),
                server.name(),
                "/s",
                0.8,
                true,
                ours.stream().map(InsideWrites::round).toList());
    }
}
