package de.kreiswerk.runtime.bench;

import de.kreiswerk.runtime.bench.database.Contents;
import de.kreiswerk.runtime.bench.database.Database;
import de.kreiswerk.runtime.bench.database.RawImports;
import de.kreiswerk.runtime.bench.database.RecordedImports;
import de.kreiswerk.runtime.bench.database.Server;
import de.kreiswerk.runtime.bench.platform.Folders;
import de.kreiswerk.runtime.bench.platform.PlatformProcess;
import de.kreiswerk.runtime.bench.platform.ServerProcess;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Imports over REST beside a raw loop of the same inserts, in turns, each on a database of its own of the same kind. */
final class ImportBench {

    /** Enough to have every committee and every subject among them. */
    private static final int SAMPLES = 50;

    private static final List<String> OPTIONS = List.of("--port", "0", "--no-demo");

    private final Plan plan;
    private final Path home;
    private final Folders folders;
    private final Consumer<String> progress;

    ImportBench(Plan plan, Path home, Folders folders, Consumer<String> progress) {
        this.plan = plan;
        this.home = home;
        this.folders = folders;
        this.progress = progress;
    }

    Comparison run(Server server) throws SQLException {
        Path rawData = folders.fresh("raw");
        Database rawDatabase = server.fresh(rawData);
        int recordedPapers = record(rawData, rawDatabase);
        RecordedImports recorded = RecordedImports.of(rawDatabase);

        Path data = folders.fresh("platform");
        Database database = server.fresh(data);
        List<Comparison.Round> rounds = new ArrayList<>();
        int next = SAMPLES;
        int imported = 0;
        try (RawImports raw = new RawImports(rawDatabase, recorded, plan.clients())) {
            try (PlatformProcess platform = PlatformProcess.start(home, data, database.environment(), OPTIONS)) {
                platform.awaitReady();
                RestImports rest = new RestImports(platform.url(), platform.token(), plan.clients());
                progress.accept("warming up");
                for (int round = -1; round < plan.importRounds(); round++) {
                    int papers = round < 0 ? plan.warmUp() : plan.papers();
                    rest.prepare(papers, next);
                    raw.prepare(papers, next);
                    next += papers;
                    imported += papers;
                    Duration before = platform.server().processorTime();
                    double ours = Clients.rate(plan.clients(), papers, rest::importPaper);
                    Duration cost = platform.server().processorTime().minus(before);
                    double plain = Clients.rate(plan.clients(), papers, raw::write);
                    if (round >= 0) {
                        rounds.add(new Comparison.Round(ours, plain));
                        progress.accept(String.format(
                                Locale.ROOT,
                                "%.0f imports/s, %.1f ms of the platform's processor time each, beside %.0f/s",
                                ours,
                                cost.toMillis() / (double) papers,
                                plain));
                    }
                }
                // The last records get their numbers.
                ServerProcess.pause(1_000);
            }
        }
        Contents.mustHold(database, imported);
        Contents.mustHold(rawDatabase, imported + recordedPapers);
        return new Comparison(
                "Import over REST, beside a raw loop of the same inserts", server.name(), "/s", 0.4, true, rounds);
    }

    /** Lets the platform make its tables and import some papers, so that the raw loop knows what an import writes. */
    private int record(Path data, Database database) {
        try (PlatformProcess platform = PlatformProcess.start(home, data, database.environment(), OPTIONS)) {
            platform.awaitReady();
            RestImports rest = new RestImports(platform.url(), platform.token(), 1);
            rest.prepare(SAMPLES, 0);
            Clients.rate(1, SAMPLES, rest::importPaper);
            ServerProcess.pause(1_000);
        }
        return SAMPLES;
    }
}
