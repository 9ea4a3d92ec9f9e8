package de.kreiswerk.launcher.client;

import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.InputFile;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code attach}: stores the bytes of an attachment that a proposal names. */
public final class AttachCommand implements Command {

    private static final Options.Syntax SYNTAX = Access.syntax("attach", Set.of());
    private static final int OPERANDS = 3;

    /** The platform's own limit. It says so itself in the same words, unless it hangs up while the file is being sent. */
    private static final long MAX_ATTACHMENT_BYTES = 100L * 1024 * 1024;

    private final Terminal terminal;

    /**
     * Makes the command.
     *
     * @param terminal where to speak
     */
    public AttachCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int run(List<String> arguments) throws Refusal, IOException, InterruptedException {
        Options options = Options.parse(SYNTAX, arguments);
        if (options.operands().size() != OPERANDS) {
            throw Refusal.usage(
                    "Welche Datei zu welcher Anlage? „kreiswerk attach VORLAGENNUMMER NUMMER DATEI“",
                    "Which file for which attachment? 'kreiswerk attach REFERENCE NUMBER FILE'");
        }
        String reference = options.operands().get(0);
        int number = number(options.operands().get(1));
        Path file = InputFile.readable(options.operands().get(2));
        String mediaType = MediaTypes.guess(file);
        PlatformClient client = new PlatformClient(Access.find(options, terminal), terminal.language());
        PaperOnPlatform paper = PaperOnPlatform.find(reference, client, terminal);
        PaperOnPlatform.succeeded(reference, send(paper, number, file, mediaType, client), terminal);
        terminal.out()
                .println(reference + terminal.pick("  Anlage ", "  attachment ") + number
                        + terminal.pick(" hinterlegt: ", " stored: ") + file.getFileName() + ", " + mediaType + ", "
                        + Files.size(file) + terminal.pick(" Bytes", " bytes"));
        return 0;
    }

    private static Answer send(PaperOnPlatform paper, int number, Path file, String mediaType, PlatformClient client)
            throws Refusal, IOException, InterruptedException {
        try {
            return client.attach(paper.id(), number, file, mediaType, paper.etag());
        } catch (IOException e) {
            if (Files.size(file) > MAX_ATTACHMENT_BYTES) {
                throw Refusal.failed(
                        "Die Datei ist größer als 100 MiB. Teilen oder verkleinern Sie sie.",
                        "The file is larger than 100 MiB. Split it or make it smaller.");
            }
            throw e;
        }
    }

    private static int number(String text) throws Refusal {
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw notANumber(text);
        }
        throw notANumber(text);
    }

    private static Refusal notANumber(String text) {
        return Refusal.usage(
                "Die Nummer der Anlage muss eine Zahl ab 1 sein, nicht „" + text + "“.",
                "The attachment's number must be a number from 1, not '" + text + "'.");
    }
}
