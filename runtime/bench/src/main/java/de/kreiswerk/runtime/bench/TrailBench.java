package de.kreiswerk.runtime.bench;

import de.kreiswerk.runtime.bench.database.Database;
import de.kreiswerk.runtime.bench.database.Postgres;
import de.kreiswerk.runtime.bench.database.Server;
import de.kreiswerk.runtime.bench.identity.People;
import de.kreiswerk.runtime.bench.platform.Folders;
import de.kreiswerk.runtime.bench.platform.PlatformProcess;
import de.kreiswerk.runtime.bench.platform.ServerProcess;
import de.kreiswerk.runtime.bench.trail.Auditor;
import de.kreiswerk.runtime.bench.trail.FilledTrail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a trail of many records costs those who ask it and those who write: proofs, pages, packages, and transactions with a record, on
 * trails of several sizes.
 */
final class TrailBench {

    private static final double PROOF_MILLIS = 5;
    private static final double PAGE_MILLIS = 300;
    private static final double VERIFY_SECONDS = 10;
    private static final int WRITERS = 16;

    /** Ten million rows with their indexes are not what somebody keeps in an embedded database. */
    private static final long MOST_ON_H2 = 1_000_000;

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /** Each of the ways in which records are looked up, and one that narrows what was looked up. */
    private static final List<String> FILTERS = List.of(
            "area=bench-fill",
            "action=item.removed",
            "objectType=Item&objectId=item-4711",
            "department=department-7&outcome=denied",
            "outcome=denied",
            "text=2031%2F77",
            "since=2026-01-05T00:00:00Z&until=2026-01-06T00:00:00Z");

    private final Plan plan;
    private final Path home;
    private final Path bundle;
    private final Folders folders;
    private final Consumer<String> progress;

    TrailBench(Plan plan, Path home, Path bundle, Folders folders, Consumer<String> progress) {
        this.plan = plan;
        this.home = home;
        this.bundle = bundle;
        this.folders = folders;
        this.progress = progress;
    }

    List<Line> run(Server server) throws IOException, SQLException {
        List<Line> lines = new ArrayList<>();
        Map<Long, List<Comparison.Round>> written = new TreeMap<>();
        for (long size : plan.trail().sizes()) {
            if (size <= MOST_ON_H2 || server instanceof Postgres) {
                run(server, size, lines, written);
            }
        }
        long smallest = plan.trail().sizes().get(0);
        written.forEach((size, rounds) -> {
            if (size > smallest) {
                List<Comparison.Round> compared = new ArrayList<>();
                for (int i = 0; i < rounds.size(); i++) {
                    // Each beside a plain row of its own time: the two trails cannot be measured side by side.
                    compared.add(new Comparison.Round(
                            rounds.get(i).ours() / rounds.get(i).plain(),
                            written.get(smallest).get(i).ours()
                                    / written.get(smallest).get(i).plain()));
                }
                lines.add(new Comparison(
                        "Transaction with its record beside a plain row, " + WRITERS + " writers, in a trail of "
                                + grouped(size) + ", beside one of " + grouped(smallest),
                        server.name(),
                        "",
                        0.8,
                        true,
                        compared));
            }
        });
        return lines;
    }

    private void run(Server server, long size, List<Line> lines, Map<Long, List<Comparison.Round>> written)
            throws IOException, SQLException {
        Path copy = folders.copy(home, name -> true);
        Folders.copy(bundle, copy.resolve("bundles").resolve("de.kreiswerk.runtime.bench.jar"));
        Path data = folders.fresh("trail");
        Database database = server.fresh(data);
        try (PlatformProcess first = start(copy, data, database)) {
            first.awaitReady();
        }
        long begun = System.nanoTime();
        long last = FilledTrail.with(database, size);
        progress.accept(String.format(Locale.ROOT, "%s records are in after %.0f s", grouped(size), seconds(begun)));
        String token = People.token(database, "audit.read");
        try (PlatformProcess platform = start(copy, data, database)) {
            platform.awaitReady();
            Auditor auditor = new Auditor(platform.url(), token);
            begun = System.nanoTime();
            while (auditor.sealed() < last) {
                if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new IllegalStateException(auditor.sealed() + " of " + last + " records are sealed");
                }
                ServerProcess.pause(500);
            }
            progress.accept(String.format(
                    Locale.ROOT, "sealed after %.0f s, %,.0f records/s", seconds(begun), size / seconds(begun)));
            written.put(
                    size,
                    InsideWrites.measure(platform, data, plan, List.of(WRITERS)).stream()
                            .map(InsideWrites::round)
                            .toList());
            if (size > plan.trail().sizes().get(0) || plan.trail().sizes().size() == 1) {
                auditor.awaitSealed();
                server.settle();
                ask(server, auditor, size, last, lines);
            }
            if (size == plan.trail().exported()) {
                lines.add(verify(server, auditor, size));
            }
        }
    }

    private static PlatformProcess start(Path home, Path data, Database database) {
        return PlatformProcess.start(home, data, database.environment(), List.of("--port", "0", "--no-demo"));
    }

    private void ask(Server server, Auditor auditor, long size, long last, List<Line> lines) {
        Random random = new Random(size);
        Auditor.Times proofs = auditor.ask(
                plan.trail().proofs(),
                plan.trail().warmUpMillis(),
                i -> "/proof/inclusion?index=" + random.nextLong(last));
        int hashes =
                auditor.get("/proof/inclusion?index=" + random.nextLong(last)).split("\",\"").length;
        lines.add(new Limit(
                "A proof for one of " + grouped(size) + " records over HTTP, 99 of 100",
                server.name(),
                "ms",
                PROOF_MILLIS,
                proofs.highest(),
                proofs.detail() + ", about " + hashes + " hashes"));
        double highest = 0;
        String slowest = "";
        for (String filter : FILTERS) {
            Auditor.Times times = auditor.ask(plan.trail().pages(), 0, i -> "/records?limit=50&" + filter);
            progress.accept(String.format(
                    Locale.ROOT, "a page of %s: %s, 99 of 100 %.1f ms", filter, times.detail(), times.highest()));
            if (times.highest() >= highest) {
                highest = times.highest();
                slowest = filter + ", " + times.detail();
            }
        }
        lines.add(new Limit(
                "A filtered page of " + grouped(size) + " records, 99 of 100, the slowest of " + FILTERS.size()
                        + " filters",
                server.name(),
                "ms",
                PAGE_MILLIS,
                highest,
                slowest));
    }

    private Line verify(Server server, Auditor auditor, long size) throws IOException {
        String key = auditor.get("/keys").replaceAll("(?s).*\"key\":\"([^\"]+)\".*", "$1");
        long begun = System.nanoTime();
        Path file = auditor.download(
                "?area=" + FilledTrail.AREA, folders.fresh("package").resolve("package.zip"));
        progress.accept(String.format(
                Locale.ROOT,
                "a package of %s came in %.0f s, %,d bytes",
                grouped(size),
                seconds(begun),
                Files.size(file)));
        begun = System.nanoTime();
        Process verifier = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        home.resolve("verify/kreiswerk-verify.jar").toString(),
                        "package",
                        file.toString(),
                        "--key",
                        key)
                .redirectErrorStream(true)
                .start();
        String said = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = await(verifier);
        double seconds = seconds(begun);
        if (!said.contains("BEWIESEN.") || exit != 0) {
            throw new IllegalStateException("The verifier says: " + said);
        }
        return new Limit(
                "Verifying an export of " + grouped(size) + " records",
                server.name(),
                "s",
                VERIFY_SECONDS,
                seconds,
                String.format(Locale.ROOT, "%,d bytes", Files.size(file)));
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
