package de.kreiswerk.audit.log.checkpoint;

import de.kreiswerk.core.api.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What this node signed last, in a file outside of the database: a database that was put back to an earlier state, or rewritten,
 * knows nothing of it. One file each node.
 */
public final class StateFile {

    static final String VARIABLE = "KREISWERK_SEAL_STATE_FILE";
    private static final String HEAD = "kreiswerk-seal-state/v1";
    private static final Pattern CONTENT =
            Pattern.compile(HEAD + "\n([0-9]{1,18}) ([0-9a-f]{64})\n([0-9]{1,18}) ([0-9a-f]{64})\n");
    private static final long LARGEST = 1_000;

    private final Path file;

    private StateFile(Path file) {
        this.file = file;
    }

    /**
     * A state of the tree.
     *
     * @param size how many records it has
     * @param root its root, 32 bytes
     */
    public record State(long size, byte[] root) {

        /**
         * Tells states apart, for people.
         *
         * @return the first eight hexadecimal digits of the root
         */
        public String digits() {
            return HexFormat.of().formatHex(root).substring(0, 8);
        }

        private String line() {
            return size + " " + HexFormat.of().formatHex(root) + "\n";
        }
    }

    /**
     * What was signed.
     *
     * @param before the state that grew, which the database has when its last transaction did not come through
     * @param latest the state that was signed
     */
    public record Signed(State before, State latest) {}

    /**
     * Looks where the file is: with the keys, unless another place is named.
     *
     * @param environment the variables
     * @param data the data directory
     * @return the file, which need not be there yet
     */
    public static StateFile of(Map<String, String> environment, Path data) {
        String named = environment.get(VARIABLE);
        return new StateFile(
                named == null || named.isBlank() ? data.resolve("keys").resolve("seal.state") : Path.of(named));
    }

    /**
     * Reads it.
     *
     * @return nothing when this node never signed
     * @throws IOException when it cannot be read, or is something else
     */
    public Optional<Signed> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        // Latin-1 reads any bytes: what is something else is then refused by name.
        Matcher matcher =
                CONTENT.matcher(Files.size(file) > LARGEST ? "" : Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!matcher.matches()) {
            throw new Obstacle(new Text(
                    file + " ist beschädigt: Darin muss stehen, was dieser Knoten zuletzt signiert hat. Legen Sie die"
                            + " jüngste Fassung zurück",
                    file + " is damaged: it must say what this node signed last. Put its newest version back"));
        }
        return Optional.of(new Signed(state(matcher, 3), state(matcher, 1)));
    }

    private static State state(Matcher matcher, int group) {
        return new State(Long.parseLong(matcher.group(group)), HexFormat.of().parseHex(matcher.group(group + 1)));
    }

    /**
     * Writes it, and returns when it is kept for good.
     *
     * @param signed what this node is about to publish
     * @throws IOException when it cannot be kept; nothing may be published then
     */
    public void write(Signed signed) throws IOException {
        WholeFile.replace(
                file, HEAD + "\n" + signed.latest().line() + signed.before().line());
    }

    /**
     * Forgets it.
     *
     * @throws IOException when it cannot be deleted
     */
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /**
     * Where it is, for people.
     *
     * @return a file
     */
    public String place() {
        return file.toString();
    }
}
