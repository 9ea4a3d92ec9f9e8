package de.kreiswerk.launcher.component;

import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;

/** {@code component keygen}: makes the key with which a department signs. */
final class KeygenCommand implements Command {

    private static final String OUT = "--out";
    private static final Options.Syntax SYNTAX = new Options.Syntax("component keygen", Set.of(), Set.of(OUT));

    private final Terminal terminal;

    KeygenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int run(List<String> arguments) throws Refusal, IOException {
        Options options = Options.parse(SYNTAX, arguments);
        if (options.operands().size() != 1) {
            throw Refusal.usage(
                    "Wie heißt der Schlüssel? „kreiswerk component keygen NAME“, zum Beispiel ordnung.landkreis.de.",
                    "What is the key's name? 'kreiswerk component keygen NAME', for example order.county.org.");
        }
        String name = options.operands().get(0);
        SignerKey key = made(name);
        Path file = Path.of(options.value(OUT).orElse(name.replaceAll("[^A-Za-z0-9._-]", "_") + ".key"));
        write(key, file);
        terminal.err()
                .println(terminal.pick(
                        "Der private Schlüssel liegt in " + file
                                + "; geben Sie ihn nicht weiter. Der öffentliche, für die Administration der Plattform:",
                        "The private key is in " + file
                                + "; do not pass it on. The public one, for the platform's administrators:"));
        terminal.out().println(key.verifier().text());
        return 0;
    }

    private static SignerKey made(String name) throws Refusal {
        try {
            return SignerKey.generate(name, new SecureRandom());
        } catch (BadKey e) {
            throw Refusal.usage(e.german(), e.english());
        }
    }

    /** Nobody else may read it, not even while it is being written; an older key is never lost. */
    private static void write(SignerKey key, Path file) throws Refusal, IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mode = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (WritableByteChannel channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
            Channels.newOutputStream(channel).write((key.text() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            throw Refusal.failed(
                    file
                            + " gibt es schon; ein Schlüssel wird nie überschrieben. Nennen Sie mit --out eine andere Datei.",
                    file + " is there already; a key is never overwritten. Name another file with --out.");
        } catch (NoSuchFileException e) {
            throw Refusal.failed(file + ": diesen Ordner gibt es nicht.", file + ": there is no such folder.");
        }
    }
}
