package de.kreiswerk.launcher.run;

import de.kreiswerk.launcher.cli.DataDirectory;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Constants;

/** Starts some of the platform on a data directory, asks it for one thing, and stops it. */
final class Errand {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path home;
    private final String version;
    private final Terminal terminal;
    private final FrameworkConfiguration configuration;
    private final List<Path> bundles;

    Errand(Path home, String version, Terminal terminal) throws Refusal, IOException {
        this.home = home;
        this.version = version;
        this.terminal = terminal;
        this.configuration = FrameworkConfiguration.read(home.resolve("conf/framework.properties"));
        this.bundles = BundleFiles.in(home);
    }

    /** The first level at which the platform is started when it runs. */
    int firstLevel() {
        return configuration.startLevels().first();
    }

    /** The level of the bundle whose file's name begins so. */
    int levelOf(String bundle) {
        return bundles.stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith(bundle))
                .mapToInt(configuration.startLevels()::of)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The distribution has no " + bundle));
    }

    /**
     * Runs it.
     *
     * @param data the data directory, which nobody else is at work on
     * @param level up to which level the platform is started
     * @param command what it is asked for
     * @param particulars what it is told of that
     * @return its answer, empty when nobody was there to give one
     */
    Optional<Object> run(DataDirectory data, int level, String command, Map<String, String> particulars)
            throws Refusal, InterruptedException {
        Map<String, String> given = given(home, version, data, level);
        given.put("kreiswerk.language", terminal.language().tag());
        given.putAll(particulars);
        Platform platform = Platform.prepare(configuration.properties(given), terminal);
        try {
            platform.install(bundles, configuration.startLevels());
            platform.startFirst();
            return platform.call(command);
        } finally {
            platform.stop(PATIENCE);
        }
    }

    /** What the framework is told whenever it is started. */
    static Map<String, String> given(Path home, String version, DataDirectory data, int level) {
        Map<String, String> given = new TreeMap<>();
        given.put("kreiswerk.data", data.path().toString());
        given.put("kreiswerk.home", home.toString());
        given.put("kreiswerk.version", version);
        given.put(Constants.FRAMEWORK_STORAGE, data.frameworkCache().toString());
        given.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        given.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, String.valueOf(level));
        return given;
    }
}
