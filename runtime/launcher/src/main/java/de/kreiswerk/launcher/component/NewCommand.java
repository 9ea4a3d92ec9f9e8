package de.kreiswerk.launcher.component;

import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** {@code component new}: writes a project of a component that builds and runs as it is. */
final class NewCommand implements Command {

    private static final String DEPARTMENT = "--department";
    private static final String PATH = "--path";
    private static final String DIR = "--dir";
    private static final Options.Syntax SYNTAX =
            new Options.Syntax("component new", Set.of(), Set.of(DEPARTMENT, PATH, DIR));

    /** What is written: where it lies among the templates, and where in the project; classes go to their package. */
    private static final Map<String, String> FILES = Map.of(
            "pom.xml", "pom.xml",
            "bnd.bnd", "bnd.bnd",
            "README.md", "README.md",
            "gitignore", ".gitignore",
            "maven.config", ".mvn/maven.config",
            "component.json", "src/main/component/component.json");

    private static final List<String> CLASSES = List.of(
            "Greeting",
            "GreetingResource",
            "Html",
            "Permissions",
            "RestApplication",
            "StartNavigation",
            "StartPage",
            "StartTile",
            "Texts");

    private static final List<String> TESTS = List.of("GreetingTest", "StartPageTest");

    private final PublishedApi api;
    private final String version;
    private final Terminal terminal;

    NewCommand(Path home, String version, Terminal terminal) {
        this.api = new PublishedApi(home);
        this.version = version;
        this.terminal = terminal;
    }

    @Override
    public int run(List<String> arguments) throws Refusal, IOException {
        Options options = Options.parse(SYNTAX, arguments);
        if (options.operands().size() != 1) {
            throw Refusal.usage(
                    "Wie heißt die Komponente? „kreiswerk component new NAME“, zum Beispiel"
                            + " de.lueneburg.ordnung.hundesteuer.",
                    "What is the component's name? 'kreiswerk component new NAME', for example"
                            + " de.lueneburg.ordnung.hundesteuer.");
        }
        ProjectNames names = ProjectNames.of(options.operands().get(0), options.value(DEPARTMENT), options.value(PATH));
        Path folder = empty(Path.of(options.value(DIR).orElse(names.last())));
        List<PublishedApi.Artifact> artifacts = api.artifacts();
        Map<String, String> values = new HashMap<>(names.values(version));
        values.put(
                "DEPENDENCIES",
                String.join(
                                "",
                                artifacts.stream()
                                        .map(PublishedApi.Artifact::dependency)
                                        .toList())
                        .stripTrailing());
        write(folder, names, values);
        api.copy(artifacts, folder.resolve("repository"));
        terminal.out()
                .println(folder
                        + terminal.pick(
                                "  angelegt; als Nächstes dort: mvn package", "  made; next, there: mvn package"));
        return 0;
    }

    private static Path empty(Path folder) throws Refusal, IOException {
        if (Files.exists(folder)) {
            boolean used = !Files.isDirectory(folder);
            if (!used) {
                try (Stream<Path> files = Files.list(folder)) {
                    used = files.findAny().isPresent();
                }
            }
            if (used) {
                throw Refusal.failed(
                        folder + " gibt es schon, und darin liegt etwas; nennen Sie mit --dir einen anderen Ordner.",
                        folder + " is there already and not empty; name another folder with --dir.");
            }
        }
        return folder;
    }

    private static void write(Path folder, ProjectNames names, Map<String, String> values) throws IOException {
        for (Map.Entry<String, String> each : FILES.entrySet()) {
            write(each.getKey(), folder.resolve(each.getValue()), values);
        }
        String packagePath = names.name().replace('.', '/');
        for (String each : CLASSES) {
            write(
                    "java/" + each + ".java",
                    folder.resolve("src/main/java/" + packagePath + "/" + each + ".java"),
                    values);
        }
        for (String each : TESTS) {
            write(
                    "test/" + each + ".java",
                    folder.resolve("src/test/java/" + packagePath + "/" + each + ".java"),
                    values);
        }
    }

    private static void write(String template, Path file, Map<String, String> values) throws IOException {
        String text = template(template);
        for (Map.Entry<String, String> each : values.entrySet()) {
            text = text.replace("@" + each.getKey() + "@", each.getValue());
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String template(String name) throws IOException {
        try (InputStream in = NewCommand.class.getResourceAsStream("project/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
