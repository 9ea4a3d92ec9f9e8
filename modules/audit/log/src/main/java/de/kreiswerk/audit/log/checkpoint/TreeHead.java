package de.kreiswerk.audit.log.checkpoint;

import java.util.Base64;

/**
 * What a checkpoint says of a tree.
 *
 * @param origin the log's lasting name, which is the name of its keys as well
 * @param size how many entries it has
 * @param root its root, 32 bytes
 */
public record TreeHead(String origin, long size, byte[] root) {

    /**
     * The text that is signed (C2SP tlog-checkpoint).
     *
     * @return three lines
     */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }
}
