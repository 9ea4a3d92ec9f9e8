package de.kreiswerk.runtime.bench;

import de.kreiswerk.runtime.bench.database.Database;
import de.kreiswerk.runtime.bench.database.Server;
import de.kreiswerk.runtime.bench.deployment.Citizens;
import de.kreiswerk.runtime.bench.deployment.Deployments;
import de.kreiswerk.runtime.bench.deployment.Exchange;
import de.kreiswerk.runtime.bench.deployment.Remains;
import de.kreiswerk.runtime.bench.face.RestartedPeer;
import de.kreiswerk.runtime.bench.platform.Folders;
import de.kreiswerk.runtime.bench.platform.PlatformProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** What deploying takes, and what citizens notice of it, beside the framework's API alone and a restart of the peer. */
final class DeploymentBench {

    private final Plan.Deployment plan;
    private final Path home;
    private final Path peer;
    private final Folders folders;
    private final Consumer<String> progress;
    private final List<Line> lines = new ArrayList<>();
    private String where;

    DeploymentBench(Plan.Deployment plan, Path home, Path peer, Folders folders, Consumer<String> progress) {
        this.plan = plan;
        this.home = home;
        this.peer = peer;
        this.folders = folders;
        this.progress = progress;
    }

    /** What was measured, and what cannot be said in a line of the table. */
    record Result(List<Line> lines, String remark) {}

    /** Needs wrk. */
    Result run(Server server) {
        where = server.name();
        Path copy = folders.copy(home, name -> true);
        Deployments.prepare(copy);
        Path data = folders.fresh("deployment");
        Database database = server.fresh(data);
        List<Deployments.Exchanges> exchanges = new ArrayList<>();
        String phases;
        try (PlatformProcess platform =
                PlatformProcess.start(copy, data, database.environment(), List.of("--port", "0"))) {
            platform.awaitReady();
            Deployments deployments = new Deployments(platform, folders);
            phases = switches(deployments);
            for (int round = 0; round < plan.exchangeRounds(); round++) {
                exchanges.add(deployments.exchanges(plan.exchangeMillis(), plan.exchanges()));
            }
            progress.accept("exchanges beside plain ones");
            add(
                    "From the upload of 100 kB to the first answer, beside plain install, resolve and start",
                    3.0,
                    deployments.uploads(plan.uploads()));
            add(
                    "A plan among " + plan.bundles() + " bundles, beside plain install, resolve and start",
                    1.0,
                    deployments.plans(plan.uploads(), plan.bundles()));
            phases += " A component that was not there before takes: " + deployments.firstPhases() + ".";
            progress.accept("uploads and plans");
        }
        return new Result(lines, phases + "\n\n" + table(exchanges, restarts(server)));
    }

    private String switches(Deployments deployments) {
        Citizens.Result result = deployments.switches(plan.switches(), plan.quietMillis());
        progress.accept(result.switches() + " switches");
        lines.add(new Limit(
                "Requests to a component that fail in " + result.switches() + " switches, 16 connections",
                where,
                "",
                0,
                result.failed(),
                "of " + result.requests()));
        lines.add(new Comparison(
                "99 of 100 answers of the component while it is switched again and again, beside without",
                where,
                "ms",
                10.0,
                false,
                List.of(new Comparison.Round(result.switchingMillis(), result.quietMillis()))));
        lines.add(new Comparison(
                "99 of 100 pages of another area meanwhile, beside without",
                where,
                "ms",
                1.5,
                false,
                List.of(new Comparison.Round(result.elsewhereMillis(), result.elsewhereQuietMillis()))));
        addRemains(result);
        return "Requests were held for, on " + where + " and in the median: " + result.held() + ".";
    }

    /** One class loader may stay until the next collection. */
    private void addRemains(Citizens.Result result) {
        Remains before = result.before();
        Remains after = result.after();
        lines.add(new Limit(
                "Class loaders of bundles after " + result.switches() + " switches, more than before",
                where,
                "",
                1,
                Math.max(0, after.loaders() - before.loaders()),
                before.loaders() + " before, " + after.loaders() + " after"));
        lines.add(new Limit(
                "Threads after " + result.switches() + " switches, more than before",
                where,
                "",
                0,
                Math.max(0, after.threads() - before.threads()),
                before.threads() + " before, " + after.threads() + " after"));
    }

    private List<Exchange> restarts(Server server) {
        List<Exchange> restarts = new ArrayList<>();
        try (RestartedPeer restarted = new RestartedPeer(home, peer, folders, server)) {
            for (int i = 0; i < plan.restarts(); i++) {
                restarts.add(Deployments.restart(restarted, folders, plan.restartMillis()));
            }
        }
        progress.accept("restarts of the peer");
        return restarts;
    }

    private void add(String what, double atMost, List<Deployments.Pair> pairs) {
        lines.add(new Comparison(
                what,
                where,
                "ms",
                atMost,
                false,
                pairs.stream()
                        .map(pair -> new Comparison.Round(pair.ours(), pair.plain()))
                        .toList()));
    }

    /** Three columns, which the table of comparisons has not. */
    private String table(List<Deployments.Exchanges> exchanges, List<Exchange> restarts) {
        List<Exchange> ours =
                exchanges.stream().map(Deployments.Exchanges::ours).toList();
        List<Exchange> plain =
                exchanges.stream().map(Deployments.Exchanges::plain).toList();
        return String.join(
                "\n",
                "| another version under load, " + where
                        + " | Kreiswerk | plain install, stop, start | peer restarted |",
                "| --- | ---: | ---: | ---: |",
                row("requests that fail, each time", Exchange::failedEachTime, ours, plain, restarts),
                row("longest time without a good answer, ms", Exchange::silenceMillis, ours, plain, restarts));
    }

    @SafeVarargs
    private static String row(String what, ToDoubleFunction<Exchange> figure, List<Exchange>... columns) {
        StringBuilder row = new StringBuilder("| ").append(what).append(" |");
        for (List<Exchange> column : columns) {
            row.append(String.format(
                    Locale.ROOT,
                    " %,.1f |",
                    Comparison.median(column.stream().map(figure::applyAsDouble).toList())));
        }
        return row.toString();
    }
}
