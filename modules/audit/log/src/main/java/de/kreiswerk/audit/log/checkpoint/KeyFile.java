package de.kreiswerk.audit.log.checkpoint;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.SignerKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys in the environment, or in a file that only the platform's account can read: a line each, the newest first. */
public final class KeyFile implements KeyStore {

    static final String VARIABLE = "KREISWERK_SEAL_KEY";
    static final String FILE_VARIABLE = "KREISWERK_SEAL_KEY_FILE";
    private static final long LARGEST = 10_000;

    /** What a group may read is left to the operator: containers get their secrets that way. */
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    private final String inline;
    private final Path file;

    private KeyFile(String inline, Path file) {
        this.inline = inline == null ? "" : inline;
        this.file = file;
    }

    /**
     * Looks where the keys are.
     *
     * @param environment the variables
     * @param data the data directory
     * @return the store
     */
    public static KeyFile of(Map<String, String> environment, Path data) {
        String named = environment.get(FILE_VARIABLE);
        return new KeyFile(
                environment.get(VARIABLE),
                named == null || named.isBlank() ? data.resolve("keys").resolve("seal.key") : Path.of(named));
    }

    @Override
    public List<LogSigner> signers() throws IOException {
        if (!inline.isBlank()) {
            return parse(inline);
        }
        if (!Files.exists(file)) {
            return List.of();
        }
        if (Files.size(file) > LARGEST) {
            throw noKey();
        }
        // Latin-1 reads any bytes: what is no key is then refused by name.
        return parse(Files.readString(file, StandardCharsets.ISO_8859_1));
    }

    private List<LogSigner> parse(String text) throws IOException {
        List<LogSigner> signers = new ArrayList<>();
        for (String each : text.strip().split("\\s+")) {
            try {
                signers.add(LogSigner.of(SignerKey.parse(each)));
            } catch (BadKey e) {
                // Not as the cause, and not quoted: it might be most of a key.
                throw noKey();
            }
        }
        if (signers.size() > MOST) {
            throw noKey();
        }
        return signers;
    }

    private IOException noKey() {
        return new Obstacle(new Text(
                "In " + where()
                        + " muss in jeder Zeile ein Schlüssel stehen, wie ihn „kreiswerk component keygen“ macht,"
                        + " und höchstens " + MOST,
                where() + " must have one key a line, as 'kreiswerk component keygen' makes them, at most " + MOST));
    }

    @Override
    public LogSigner create(String name) throws IOException {
        SignerKey key;
        try {
            key = SignerKey.generate(name, new SecureRandom());
        } catch (BadKey e) {
            throw new Obstacle(new Text(
                    "Der Prüfpfad kann nicht „" + name + "“ heißen. Berichtigen Sie KREISWERK_PUBLIC_URL",
                    "The log cannot be called " + name + ": " + e.english() + ". Correct KREISWERK_PUBLIC_URL"));
        }
        // Half a key would be refused by the next start; of one that is lost the database has the public half.
        WholeFile.create(file, key.text() + "\n");
        return LogSigner.of(key);
    }

    @Override
    public Optional<Text> concern() {
        if (!inline.isBlank() || !WholeFile.isPosix(file)) {
            return Optional.empty();
        }
        try {
            Set<PosixFilePermission> all = Files.getPosixFilePermissions(file);
            return Collections.disjoint(all, OTHERS)
                    ? Optional.empty()
                    : Optional.of(new Text(
                            "Andere Konten können den Schlüssel in " + file
                                    + " lesen oder ändern. Geben Sie der Datei statt "
                                    + PosixFilePermissions.toString(all) + " die Rechte rw-------",
                            "Other accounts can read or change the key in " + file + ", mode "
                                    + PosixFilePermissions.toString(all) + ": it should be rw-------"));
        } catch (IOException e) {
            // That it is not there is said by whoever needs it.
            return Optional.empty();
        }
    }

    @Override
    public void discard() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public Text place() {
        return Text.same(where());
    }

    private String where() {
        return inline.isBlank() ? file.toString() : VARIABLE;
    }
}
