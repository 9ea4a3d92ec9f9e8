package de.kreiswerk.deployment.service.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Which node of the platform this is: a random id in its data directory, so that after a crash it finds what it left undone. */
final class Node {

    private static final String FILE = "node.id";

    private Node() {}

    static String id(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (Files.exists(file)) {
            String id = Files.readString(file).strip();
            if (!id.isEmpty() && id.length() <= 36) {
                return id;
            }
        }
        String id = UUID.randomUUID().toString();
        Files.createDirectories(data);
        Path made = Files.writeString(data.resolve(FILE + ".new"), id + "\n");
        Files.move(made, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        return id;
    }
}
