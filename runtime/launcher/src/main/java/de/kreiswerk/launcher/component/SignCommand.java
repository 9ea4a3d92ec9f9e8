package de.kreiswerk.launcher.component;

import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.pack.Signer;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code component sign}: adds a signature to an archive. */
final class SignCommand implements Command {

    private static final String KEY = "--key";
    private static final String OUT = "--out";
    private static final Options.Syntax SYNTAX = new Options.Syntax("component sign", Set.of(), Set.of(KEY, OUT));

    private final Terminal terminal;

    SignCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int run(List<String> arguments) throws Refusal, IOException {
        Options options = Options.parse(SYNTAX, arguments);
        if (options.operands().size() != 1 || options.value(KEY).isEmpty()) {
            throw Refusal.usage(
                    "Welches Archiv, mit welchem Schlüssel? „kreiswerk component sign ARCHIV --key DATEI“",
                    "Which archive, with which key? 'kreiswerk component sign ARCHIVE --key FILE'");
        }
        String name = options.operands().get(0);
        SignerKey key = Keys.signer(options.value(KEY).get());
        Archive archive = Archives.read(name);
        Path file = Path.of(options.value(OUT).orElse(name));
        try {
            Archives.write(Signer.sign(archive, key, Archives.limits()), file);
        } catch (BadArchive e) {
            throw Archives.refused(name, e.sentence());
        }
        terminal.out()
                .println(file + terminal.pick("  signiert von ", "  signed by ")
                        + key.verifier().name() + "+" + key.verifier().hash());
        return 0;
    }
}
