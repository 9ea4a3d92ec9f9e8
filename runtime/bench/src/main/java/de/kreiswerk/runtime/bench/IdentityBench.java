package de.kreiswerk.runtime.bench;

import de.kreiswerk.runtime.bench.database.Database;
import de.kreiswerk.runtime.bench.database.Server;
import de.kreiswerk.runtime.bench.face.Wrk;
import de.kreiswerk.runtime.bench.identity.PermissionCheck;
import de.kreiswerk.runtime.bench.identity.Readers;
import de.kreiswerk.runtime.bench.platform.Folders;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What rights and signing in cost those who read. */
final class IdentityBench {

    private static final int SIGN_INS = 200;
    private static final double MOST_MICROS = 2;

    private final Plan plan;
    private final Path home;
    private final Folders folders;
    private final Consumer<String> progress;

    IdentityBench(Plan plan, Path home, Folders folders, Consumer<String> progress) {
        this.plan = plan;
        this.home = home;
        this.folders = folders;
        this.progress = progress;
    }

    /** The slowest of the cases counts. */
    Line permissions() {
        try {
            double micros = 0;
            List<String> cases = new ArrayList<>();
            for (RunResult result : new Runner(new OptionsBuilder()
                            .include(PermissionCheck.class.getName())
                            .forks(1)
                            .warmupIterations(plan.writeRounds() > 1 ? 3 : 1)
                            .measurementIterations(plan.writeRounds() > 1 ? 5 : 1)
                            .warmupTime(TimeValue.milliseconds(plan.writeMillis() / 4))
                            .measurementTime(TimeValue.milliseconds(plan.writeMillis() / 4))
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .run()) {
                double nanos = result.getPrimaryResult().getScore();
                micros = Math.max(micros, nanos / 1e3);
                cases.add(String.format(
                        Locale.ROOT, "%s %.0f ns", result.getParams().getParam("how"), nanos));
            }
            return new Limit(
                    "Whether a caller with 2,000 grants may",
                    "JMH",
                    "µs",
                    MOST_MICROS,
                    micros,
                    String.join(", ", cases));
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Needs wrk. */
    List<Line> readers(Server server) throws SQLException {
        if (!Wrk.isInstalled()) {
            throw new IllegalStateException("wrk is missing: apt-get install wrk");
        }
        Path data = folders.fresh("readers");
        Database database = server.fresh(data);
        try (Readers readers = Readers.begin(home, folders, data, database)) {
            return List.of(
                    compared(
                            server,
                            "A public page with a session, beside without",
                            0.9,
                            () -> readers.pages(true, plan.writeMillis()),
                            () -> readers.pages(false, plan.writeMillis())),
                    compared(
                            server,
                            "A paper over REST with a session, beside with the operator's token",
                            0.9,
                            () -> readers.papers(true, plan.writeMillis()),
                            () -> readers.papers(false, plan.writeMillis())),
                    compared(
                            server,
                            "A paper over REST whose readers are recorded, beside the same while it is public",
                            0.95,
                            () -> readers.papersThatAre(true, plan.writeMillis()),
                            () -> readers.papersThatAre(false, plan.writeMillis())),
                    signIns(server, readers));
        }
    }

    private Comparison compared(Server server, String what, double wanted, DoubleSupplier ours, DoubleSupplier plain) {
        // Who loads both cores from the first second leaves little of them to Java's compilers: it takes half a minute
        // until the
        // platform is as fast as it stays.
        for (int i = 0; i < plan.writeRounds(); i++) {
            ours.getAsDouble();
            plain.getAsDouble();
        }
        List<Comparison.Round> rounds = new ArrayList<>();
        for (int i = 0; i < plan.writeRounds(); i++) {
            rounds.add(new Comparison.Round(ours.getAsDouble(), plain.getAsDouble()));
        }
        progress.accept(what);
        return new Comparison(what, server.name(), "/s", wanted, true, rounds);
    }

    private Comparison signIns(Server server, Readers readers) {
        // The hasher's first hashes and the page's first answers are warm-up.
        readers.slowestPagesWhile(SIGN_INS, plan.writeMillis());
        List<Comparison.Round> rounds = new ArrayList<>();
        for (int i = 0; i < Math.min(3, plan.writeRounds()); i++) {
            double alone = readers.slowestPages(plan.writeMillis());
            rounds.add(new Comparison.Round(readers.slowestPagesWhile(SIGN_INS, plan.writeMillis()), alone));
        }
        progress.accept("sign-ins at once");
        return new Comparison(
                "99 of 100 public pages while " + SIGN_INS + " sign in at once, beside alone",
                server.name(),
                "ms",
                2.0,
                false,
                rounds);
    }
}
