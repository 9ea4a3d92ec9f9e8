package de.kreiswerk.runtime.bench;

import de.kreiswerk.runtime.bench.database.H2;
import de.kreiswerk.runtime.bench.database.Postgres;
import de.kreiswerk.runtime.bench.database.Server;
import de.kreiswerk.runtime.bench.face.Wrk;
import de.kreiswerk.runtime.bench.platform.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** The benchmarks. Prints one table and keeps it as Markdown. */
public final class Main {

    private static final Set<String> PARTS =
            Set.of("import", "transaction", "start", "public", "identity", "deployment", "trail");
    private static final Set<String> DATABASES = Set.of("h2", "postgresql");

    private final Plan plan;
    private final Path home;
    private final Path jar;
    private final Path peer;
    private final Folders folders;
    private final Report report = new Report();

    Main(Plan plan, Path home, Path jar, Path peer, Folders folders) {
        this.plan = plan;
        this.home = home;
        this.jar = jar;
        this.peer = peer;
        this.folders = folders;
    }

    /**
     * Runs them.
     *
     * @param arguments any of {@code quick}, {@code import}, {@code transaction}, {@code start}, {@code public}, {@code identity},
     *     {@code deployment}, {@code trail}, {@code h2}, {@code postgresql}: what is named is measured; without a part or a database, all are
     * @throws Exception when something cannot be measured
     */
    public static void main(String[] arguments) throws Exception {
        List<String> wanted = List.of(arguments);
        if ((has(wanted, PARTS, "public") || has(wanted, PARTS, "identity") || has(wanted, PARTS, "deployment"))
                && !Wrk.isInstalled()) {
            System.err.println("wrk is missing: apt-get install wrk");
            System.exit(2);
        }
        Folders folders = new Folders(Path.of(System.getProperty("kreiswerk.bench.work")));
        Main main = new Main(
                wanted.contains("quick") ? Plan.quick() : Plan.full(),
                Path.of(System.getProperty("kreiswerk.distribution")).toRealPath(),
                Path.of(System.getProperty("kreiswerk.bench.jar")).toRealPath(),
                Path.of(System.getProperty("kreiswerk.bench.peer")).toRealPath(),
                folders);
        Report report = main.run(wanted);
        folders.clear();
        System.out.println();
        report.table().forEach(System.out::println);
        report.remarks().forEach(remark -> System.out.println("\n" + remark));
        if (!wanted.contains("quick")) {
            Path kept = Path.of(System.getProperty("kreiswerk.bench.report"));
            String before = Files.exists(kept) ? Files.readString(kept) : "";
            Files.writeString(kept, report.markdown(before));
            System.out.println("\nKept in " + kept.normalize());
        }
    }

    Report run(List<String> wanted) throws IOException, SQLException {
        if (has(wanted, PARTS, "start")) {
            progress("Starts");
            StartBench.Result result = new StartBench(plan, home, folders, Main::progress).run();
            report.add("start", result.comparison());
            report.remark(
                    "start",
                    String.format(
                            Locale.ROOT,
                            "First start on an empty data directory, with migrations and the demo council coming in: %.1f s.",
                            result.firstStart()));
        }
        if (has(wanted, PARTS, "identity")) {
            progress("Permissions");
            report.add("identity", identity().permissions());
        }
        List<Supplier<Server>> servers = new ArrayList<>();
        if (has(wanted, DATABASES, "h2")) {
            servers.add(H2::new);
        }
        if (has(wanted, DATABASES, "postgresql")) {
            servers.add(Postgres::new);
        }
        for (Supplier<Server> supplier : servers) {
            try (Server server = supplier.get()) {
                measure(server, wanted);
            }
        }
        return report;
    }

    private void measure(Server server, List<String> wanted) throws IOException, SQLException {
        if (has(wanted, PARTS, "import")) {
            progress("Imports on " + server.name());
            report.add("import", new ImportBench(plan, home, folders, Main::progress).run(server));
        }
        if (has(wanted, PARTS, "transaction")) {
            progress("Transactions on " + server.name());
            new TransactionBench(plan, home, jar, folders, Main::progress)
                    .run(server)
                    .forEach(line -> report.add("transaction", line));
        }
        if (has(wanted, PARTS, "trail")) {
            progress("Trails on " + server.name());
            new TrailBench(plan, home, jar, folders, Main::progress)
                    .run(server)
                    .forEach(line -> report.add("trail", line));
        }
        if (has(wanted, PARTS, "identity")) {
            progress("Readers on " + server.name());
            identity().readers(server).forEach(line -> report.add("identity", line));
        }
        if (has(wanted, PARTS, "deployment")) {
            progress("Switches on " + server.name());
            DeploymentBench.Result result =
                    new DeploymentBench(plan.deployment(), home, peer, folders, Main::progress).run(server);
            result.lines().forEach(line -> report.add("deployment", line));
            report.remark("deployment", result.remark());
        }
        // The second database takes as long again; it is measured when it is asked for.
        if (has(wanted, PARTS, "public") && (server instanceof H2 || wanted.contains("postgresql"))) {
            progress("The public face on " + server.name());
            new PublicBench(plan.face(), home, peer, folders, Main::progress)
                    .run(server)
                    .forEach(line -> report.add("public", line));
        }
    }

    private IdentityBench identity() {
        return new IdentityBench(plan, home, folders, Main::progress);
    }

    private static boolean has(List<String> wanted, Set<String> all, String one) {
        return wanted.contains(one) || wanted.stream().noneMatch(all::contains);
    }

    private static void progress(String words) {
        System.err.println("  " + words);
    }
}
