package de.kreiswerk.runtime.bench;

import de.kreiswerk.runtime.bench.platform.Folders;
import de.kreiswerk.runtime.bench.platform.PlatformProcess;
import de.kreiswerk.runtime.bench.platform.ServerProcess;
import de.kreiswerk.runtime.bench.platform.ThirdParties;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The start of the platform beside the start of its third-party bundles alone, in turns. */
final class StartBench {

    private final Plan plan;
    private final Path home;
    private final Folders folders;
    private final Consumer<String> progress;

    StartBench(Plan plan, Path home, Folders folders, Consumer<String> progress) {
        this.plan = plan;
        this.home = home;
        this.folders = folders;
        this.progress = progress;
    }

    /** The comparison, and how long the first start took in seconds. */
    record Result(Comparison comparison, double firstStart) {}

    Result run() throws IOException {
        Path thirdParties = ThirdParties.of(home, folders);
        Path data = folders.fresh("start");
        Path otherData = folders.fresh("start-third-parties");
        double first = startPlatform(data);
        progress.accept(String.format(Locale.ROOT, "first start %.2f s", first));
        startThirdParties(thirdParties, otherData);
        List<Comparison.Round> rounds = new ArrayList<>();
        for (int i = 0; i < plan.starts(); i++) {
            Comparison.Round round =
                    new Comparison.Round(startPlatform(data), startThirdParties(thirdParties, otherData));
            rounds.add(round);
            progress.accept(String.format(Locale.ROOT, "%.2f s beside %.2f s", round.ours(), round.plain()));
        }
        return new Result(
                new Comparison(
                        "Start to ready with the demo council, beside the third-party bundles alone",
                        "H2",
                        "s",
                        1.5,
                        false,
                        rounds),
                first);
    }

    private double startPlatform(Path data) {
        try (PlatformProcess platform = PlatformProcess.start(home, data, Map.of(), List.of("--port", "0"))) {
            return platform.awaitReady().toNanos() / 1e9;
        }
    }

    private static double startThirdParties(Path home, Path data) {
        int port = ServerProcess.freePort();
        try (PlatformProcess platform =
                PlatformProcess.start(home, data, Map.of(), List.of("--port", String.valueOf(port)))) {
            return platform.server()
                            .awaitAnswer("http://localhost:" + port + "/")
                            .toNanos()
                    / 1e9;
        }
    }
}
