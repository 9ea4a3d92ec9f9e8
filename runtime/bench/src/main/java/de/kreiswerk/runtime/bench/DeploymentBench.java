package de.kreiswerk.runtime.bench;

import de.kreiswerk.runtime.bench.database.Database;
import de.kreiswerk.runtime.bench.database.Server;
import de.kreiswerk.runtime.bench.deployment.Citizens;
import de.kreiswerk.runtime.bench.platform.Folders;
import de.kreiswerk.runtime.bench.platform.PlatformProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What citizens notice while a department switches its component again and again. */
final class DeploymentBench {

    private final Plan plan;
    private final Path home;
    private final Folders folders;
    private final Consumer<String> progress;

    DeploymentBench(Plan plan, Path home, Folders folders, Consumer<String> progress) {
        this.plan = plan;
        this.home = home;
        this.folders = folders;
        this.progress = progress;
    }

    /** Needs wrk. */
    List<Line> run(Server server) {
        Path data = folders.fresh("deployment");
        Database database = server.fresh(data);
        try (PlatformProcess platform =
                PlatformProcess.start(home, data, database.environment(), List.of("--port", "0"))) {
            platform.awaitReady();
            Citizens.Result result = new Citizens(platform, folders).run(plan.switches(), plan.writeMillis());
            progress.accept(result.switches() + " switches");
            return List.of(
                    new Limit(
                            "Requests to a component that fail in " + result.switches() + " switches, 16 connections",
                            server.name(),
                            "",
                            0,
                            result.failed(),
                            "of " + result.requests()),
                    new Comparison(
                            "99 of 100 answers of the component while it is switched again and again, beside without",
                            server.name(),
                            "ms",
                            10.0,
                            false,
                            List.of(new Comparison.Round(result.switchingMillis(), result.quietMillis()))),
                    new Comparison(
                            "99 of 100 pages of another area meanwhile, beside without",
                            server.name(),
                            "ms",
                            1.5,
                            false,
                            List.of(new Comparison.Round(result.elsewhereMillis(), result.elsewhereQuietMillis()))));
        }
    }
}
