package de.kreiswerk.launcher.client;

import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.InputFile;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code text}: prints or replaces one of the texts that the law asks for. */
public final class TextCommand implements Command {

    private static final Options.Syntax SYNTAX = Access.syntax("text", Set.of());
    private static final Set<String> NAMES = Set.of("impressum", "datenschutz", "barrierefreiheit");

    private final Terminal terminal;

    /**
     * Makes the command.
     *
     * @param terminal where to speak
     */
    public TextCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int run(List<String> arguments) throws Refusal, IOException, InterruptedException {
        Options options = Options.parse(SYNTAX, arguments);
        int given = options.operands().size();
        if (given < 1 || given > 2 || !NAMES.contains(options.operands().get(0))) {
            throw Refusal.usage(
                    "Welcher Text? „kreiswerk text NAME [DATEI]“ mit impressum, datenschutz oder barrierefreiheit.",
                    "Which text? 'kreiswerk text NAME [FILE]' with impressum, datenschutz or barrierefreiheit.");
        }
        String name = options.operands().get(0);
        Path file = given == 2 ? InputFile.readable(options.operands().get(1)) : null;
        PlatformClient client = new PlatformClient(Access.find(options, terminal), terminal.language());
        Answer seen = succeeded(name, client.text(name));
        if (file == null) {
            terminal.out().print(printable(seen.body().asText()));
            return 0;
        }
        succeeded(name, client.replaceText(name, file, seen.etag()));
        terminal.out().println(name + terminal.pick("  ersetzt: ", "  replaced: ") + client.base() + "/" + name);
        return 0;
    }

    private Answer succeeded(String name, Answer answer) throws Refusal {
        if (answer.isSuccess()) {
            return answer;
        }
        throw new Problems(terminal).refusal(name, answer);
    }

    /** A text must not be able to steer the terminal. */
    private static String printable(String text) {
        String lines = text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
        return lines.endsWith("\n") ? lines : lines + "\n";
    }
}
