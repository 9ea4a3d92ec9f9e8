package de.kreiswerk.launcher.client;

import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code import}: gives texts of proposals to the platform, one after the other. */
public final class ImportCommand implements Command {

    private static final String PUBLISH = "--publish";
    private static final Options.Syntax SYNTAX = Access.syntax("import", Set.of(PUBLISH));

    /** The platform's own limit. It says so itself in the same words, unless it hangs up while the file is being sent. */
    private static final long MAX_TEXT_BYTES = 10L * 1024 * 1024;

    private final Terminal terminal;
    private final Problems problems;
    private final ImportReport report;

    /**
     * Makes the command.
     *
     * @param terminal where to speak
     */
    public ImportCommand(Terminal terminal) {
        this.terminal = terminal;
        this.problems = new Problems(terminal);
        this.report = new ImportReport(terminal);
    }

    @Override
    public int run(List<String> arguments) throws Refusal, InterruptedException {
        Options options = Options.parse(SYNTAX, arguments);
        List<String> files = options.operands();
        if (files.isEmpty()) {
            throw Refusal.usage(
                    "Welche Datei? „kreiswerk import [--publish] DATEI...“",
                    "Which file? 'kreiswerk import [--publish] FILE...'");
        }
        PlatformClient client = new PlatformClient(Access.find(options, terminal), terminal.language());
        int failed = 0;
        for (int i = 0; i < files.size(); i++) {
            try {
                failed += importFile(files.get(i), options.has(PUBLISH), client) ? 0 : 1;
            } catch (Refusal e) {
                nameUnsent(files.subList(i, files.size()), i > 0);
                throw e;
            }
        }
        if (files.size() > 1) {
            report.sum(files.size() - failed, failed);
        }
        return failed == 0 ? 0 : 1;
    }

    private boolean importFile(String name, boolean publish, PlatformClient client)
            throws Refusal, InterruptedException {
        Path file = readable(name);
        if (file == null) {
            terminal.err()
                    .println(Terminal.oneLine(name)
                            + terminal.pick(": keine lesbare Datei.", ": not a file that can be read."));
            return false;
        }
        try {
            Answer answer = client.importText(file, mediaType(name), publish);
            if (answer.isSuccess()) {
                report.show(name, answer.body(), publish);
            } else {
                problems.show(name, answer);
            }
            return answer.isSuccess();
        } catch (IOException e) {
            terminal.err().println(name + ": " + interrupted(file, e));
            return false;
        }
    }

    private static Path readable(String name) {
        try {
            Path file = Path.of(name);
            return Files.isRegularFile(file) && Files.isReadable(file) ? file : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private String interrupted(Path file, IOException e) {
        if (file.toFile().length() > MAX_TEXT_BYTES) {
            return terminal.pick(
                    "Der Text einer Vorlage darf höchstens 10 MiB haben. Große Inhalte gehören in Anlagen.",
                    "The text of a proposal may have 10 MiB at most. Large content belongs into attachments.");
        }
        return terminal.pick("Die Übertragung brach ab: ", "The transfer broke off: ")
                + Terminal.oneLine(e.getClass().getSimpleName() + " " + e.getMessage());
    }

    private static String mediaType(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean markdown = lower.endsWith(".md") || lower.endsWith(".markdown");
        return (markdown ? "text/markdown" : "text/plain") + "; charset=utf-8";
    }

    private void nameUnsent(List<String> files, boolean someWereSent) {
        if (someWereSent) {
            terminal.err()
                    .println(terminal.pick("Nicht übertragen: ", "Not sent: ")
                            + Terminal.oneLine(String.join(", ", files)));
        }
    }
}
