package de.kreiswerk.audit.log.checkpoint;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a checkpoint says of a tree.
 *
 * @param origin the log's lasting name, which is the name of its keys as well
 * @param size how many entries it has
 * @param root its root, 32 bytes
 */
public record TreeHead(String origin, long size, byte[] root) {

    private static final Pattern TEXT =
            Pattern.compile("([^\n]+)\n(0|[1-9][0-9]{0,17})\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*+");

    /**
     * Reads what was signed.
     *
     * @param text that of a checkpoint
     * @return nothing when it is no checkpoint's
     */
    public static Optional<TreeHead> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new TreeHead(
                        matcher.group(1),
                        Long.parseLong(matcher.group(2)),
                        Base64.getDecoder().decode(matcher.group(3))))
                : Optional.empty();
    }

    /**
     * The text that is signed (C2SP tlog-checkpoint).
     *
     * @return three lines
     */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }
}
