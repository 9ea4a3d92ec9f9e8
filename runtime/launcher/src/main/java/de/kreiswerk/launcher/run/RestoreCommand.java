package de.kreiswerk.launcher.run;

import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.DataDirectory;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Constants;

/**
 * {@code restore}: starts no more of the platform than what knows the database, and lets it bring a backup into an empty
 * one.
 */
public final class RestoreCommand implements Command {

    private static final Options.Syntax SYNTAX = new Options.Syntax("restore", Set.of(), Set.of(DataDirectory.OPTION));
    private static final String COMMAND = "restore";
    private static final String DATABASE_BUNDLE = "de.kreiswerk.core.persistence-";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
    public RestoreCommand(Path home, String version, Terminal terminal) {
        this.home = home;
        this.version = version;
        this.terminal = terminal;
    }

    @Override
    public int run(List<String> arguments) throws Refusal, IOException, InterruptedException {
        Options options = Options.parse(SYNTAX, arguments);
        if (options.operands().size() != 1) {
            throw Refusal.usage("Welche Datei? „kreiswerk restore DATEI“", "Which file? 'kreiswerk restore FILE'");
        }
        Path file = readable(options.operands().get(0));
        FrameworkConfiguration configuration = FrameworkConfiguration.read(home.resolve("conf/framework.properties"));
        List<Path> bundles = BundleFiles.in(home);
        DataDirectory data = DataDirectory.find(options, terminal);
        data.create();
        try (DirectoryLock lock = DirectoryLock.take(data)) {
            return restore(file, configuration, bundles, data);
        }
    }

    private int restore(Path file, FrameworkConfiguration configuration, List<Path> bundles, DataDirectory data)
            throws Refusal, InterruptedException {
        int level = bundles.stream()
                .map(bundle -> bundle.getFileName().toString())
                .filter(name -> name.startsWith(DATABASE_BUNDLE))
                .mapToInt(configuration.startLevels()::of)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The distribution has no " + DATABASE_BUNDLE));
        Platform platform = Platform.prepare(configuration.properties(given(file, data, level)), terminal);
        try {
            platform.install(bundles, configuration.startLevels());
            platform.startFirst();
            return told(platform.call(COMMAND));
        } finally {
            platform.stop(PATIENCE);
        }
    }

    private Map<String, String> given(Path file, DataDirectory data, int level) {
        Map<String, String> given = new TreeMap<>();
        given.put("kreiswerk.data", data.path().toString());
        given.put("kreiswerk.home", home.toString());
        given.put("kreiswerk.version", version);
        given.put("kreiswerk.restore", file.toString());
        given.put("kreiswerk.language", terminal.language().tag());
        given.put(Constants.FRAMEWORK_STORAGE, data.frameworkCache().toString());
        given.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        given.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, String.valueOf(level));
        return given;
    }

    /** Whether it was done, and a sentence about it. */
    private int told(Optional<Object> answer) throws Refusal {
        if (answer.isPresent() && answer.get() instanceof Map.Entry<?, ?> told) {
            String sentence = String.valueOf(told.getValue());
            if (Boolean.TRUE.equals(told.getKey())) {
                terminal.out().println(sentence);
                return 0;
            }
            throw Refusal.failed(sentence, sentence);
        }
        throw Refusal.failed(
                "Was die Datenbank öffnet, startet nicht; das steht darüber.",
                "What opens the database does not start; see above.");
    }

    private static Path readable(String name) throws Refusal {
        try {
            Path file = Path.of(name).toAbsolutePath().normalize();
            if (Files.isRegularFile(file) && Files.isReadable(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw notReadable(name);
        }
        throw notReadable(name);
    }

    private static Refusal notReadable(String name) {
        return Refusal.failed(name + ": keine lesbare Datei.", name + ": not a file that can be read.");
    }
}
