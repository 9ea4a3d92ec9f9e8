package de.kreiswerk.launcher.component;

import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.pack.Packer;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.launcher.cli.Command;
import de.kreiswerk.launcher.cli.Options;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code component pack}: makes an archive of a folder. */
final class PackCommand implements Command {

    private static final String OUT = "--out";
    private static final Options.Syntax SYNTAX = new Options.Syntax("component pack", Set.of(), Set.of(OUT));

    private final Terminal terminal;

    PackCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int run(List<String> arguments) throws Refusal, IOException {
        Options options = Options.parse(SYNTAX, arguments);
        if (options.operands().size() != 1) {
            throw Refusal.usage(
                    "Welcher Ordner? „kreiswerk component pack ORDNER“ mit dem Projekt, nachdem es gebaut wurde.",
                    "Which folder? 'kreiswerk component pack FOLDER' with the project, after it was built.");
        }
        String name = options.operands().get(0);
        PackedFolder folder = PackedFolder.find(name);
        Archive archive = packed(folder, name);
        Path file = options.value(OUT).map(Path::of).orElse(folder.result(archive.component()));
        Archives.write(archive, file);
        int bundles = archive.component().bundles().size();
        terminal.out()
                .println(file + terminal.pick("  gepackt: ", "  packed: ")
                        + archive.component().name() + " " + archive.component().version() + ", " + bundles
                        + terminal.pick(bundles == 1 ? " Bundle" : " Bundles", bundles == 1 ? " bundle" : " bundles")
                        + ", " + archive.size() + terminal.pick(" Bytes", " bytes"));
        return 0;
    }

    private static Archive packed(PackedFolder folder, String name) throws Refusal, IOException {
        List<byte[]> bundles = new ArrayList<>();
        for (Path jar : folder.bundles()) {
            if (Files.size(jar) > Archives.limits().packedBytes()) {
                throw Refusal.failed(jar + " ist zu groß für ein Archiv.", jar + " is too large for an archive.");
            }
            bundles.add(Files.readAllBytes(jar));
        }
        try {
            return Packer.pack(Files.readAllBytes(folder.description()), bundles, Archives.limits());
        } catch (BadArchive e) {
            throw Archives.refused(name, e.sentence());
        }
    }
}
