package de.kreiswerk.launcher.run;

import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.DataDirectory;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code run}: starts the platform on a data directory and stays until it ends. */
public final class RunCommand implements Command {

    private static final Options.Syntax SYNTAX =
            new Options.Syntax("run", Set.of("--no-demo"), Set.of("--port", DataDirectory.OPTION));
    private static final String DEFAULT_PORT = "8080";

    /** Shorter than what service managers grant before they kill. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Set by the start script beside the collector that it chooses. */
    private static final String RETURN_MEMORY = "kreiswerk.memory.return";

    private final Path home;
    private final String version;
    private final Terminal terminal;

    /**
     * Makes the command.
     *
     * @param home the distribution's folder
     * @param version the platform's version
     * @param terminal where to speak
     */
    public RunCommand(Path home, String version, Terminal terminal) {
        this.home = home;
        this.version = version;
        this.terminal = terminal;
    }

    @Override
    public int run(List<String> arguments) throws Refusal, IOException, InterruptedException {
        Options options = Options.parse(SYNTAX, arguments);
        if (!options.operands().isEmpty()) {
            throw Refusal.usage(
                    "„kreiswerk run“ erwartet nur Optionen, nicht „"
                            + options.operands().get(0) + "“.",
                    "'kreiswerk run' takes options only, not '"
                            + options.operands().get(0) + "'.");
        }
        int port = port(options);
        DataDirectory data = DataDirectory.find(options, terminal);
        FrameworkConfiguration configuration = FrameworkConfiguration.read(home.resolve("conf/framework.properties"));
        List<Path> bundles = BundleFiles.in(home);
        DirectoryOwner.requireWritable(data, SYNTAX.command());
        data.create();
        try (DirectoryLock lock = DirectoryLock.take(data)) {
            Ports.requireFree(configuration.get("org.apache.felix.http.host"), port);
            DatabaseFolder.close(data, terminal);
            terminal.out()
                    .println(terminal.pick(
                            "Kreiswerk " + version + " startet mit " + bundles.size() + " Bundles, Daten in "
                                    + data.path(),
                            "Kreiswerk " + version + " starts with " + bundles.size() + " bundles, data in "
                                    + data.path()));
            return runUntilEnd(configuration, given(options, port, data, configuration), bundles, data);
        }
    }

    private int port(Options options) throws Refusal {
        if (options.value("--port").isPresent()) {
            return Ports.parse(options.value("--port").get(), "--port");
        }
        return Ports.parse(terminal.variable("KREISWERK_PORT").orElse(DEFAULT_PORT), "KREISWERK_PORT");
    }

    private Map<String, String> given(
            Options options, int port, DataDirectory data, FrameworkConfiguration configuration) {
        Map<String, String> given =
                Errand.given(home, version, data, configuration.startLevels().first());
        given.put("kreiswerk.demo", String.valueOf(!options.has("--no-demo")));
        given.put("org.osgi.service.http.port", String.valueOf(port));
        return given;
    }

    private int runUntilEnd(
            FrameworkConfiguration configuration, Map<String, String> given, List<Path> bundles, DataDirectory data)
            throws Refusal, IOException, InterruptedException {
        JavaAhead.begin();
        Platform platform = Platform.prepare(configuration.properties(given), terminal);
        Thread hook = new Thread(() -> stop(platform, data), "kreiswerk-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            platform.install(bundles, configuration.startLevels());
            platform.start(configuration.startLevels());
            try (IdleMemory memory = watchMemory()) {
                return platform.awaitEnd() ? 0 : 1;
            }
        } finally {
            if (removed(hook)) {
                stop(platform, data);
            }
        }
    }

    /** Null with a collector that is not the start script's choice: it can be told to do this itself, and costs more. */
    private static IdleMemory watchMemory() {
        return Boolean.getBoolean(RETURN_MEMORY) ? IdleMemory.watch(new IdleMemory.ThisJava()) : null;
    }

    private void stop(Platform platform, DataDirectory data) {
        platform.stop(PATIENCE);
        try {
            Files.deleteIfExists(data.urlFile());
        } catch (IOException e) {
            terminal.err()
                    .println(terminal.pick(
                            "Die Datei " + data.urlFile() + " kann nicht gelöscht werden.",
                            "The file " + data.urlFile() + " cannot be deleted."));
        }
    }

    /** A hook cannot be removed once the process is ending: then it does the stopping itself. */
    private static boolean removed(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
