package de.kreiswerk.runtime.bench.face;

import de.kreiswerk.runtime.bench.database.Database;
import de.kreiswerk.runtime.bench.platform.PlatformProcess;
import de.kreiswerk.runtime.bench.platform.ServerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts the servers that are compared, each at an address of its own and with the same memory. */
final class Sides {

    private static final String MEMORY = "-Xmx256m";
    private static final String HOST = "http://localhost:";

    private final Path home;
    private final Path peer;

    Sides(Path home, Path peer) {
        this.home = home;
        this.peer = peer;
    }

    Side platform(Path data, Database database) {
        return kreiswerk(home, data, database.environment(), "--no-demo");
    }

    Side bare(Path thirdParties, Path data) {
        return kreiswerk(thirdParties, data, Map.of());
    }

    private static Side kreiswerk(Path home, Path data, Map<String, String> environment, String... more) {
        int port = ServerProcess.freePort();
        Map<String, String> all = new HashMap<>(environment);
        all.put("KREISWERK_JAVA_OPTS", MEMORY);
        List<String> options = new ArrayList<>(List.of("--port", String.valueOf(port)));
        options.addAll(List.of(more));
        return new Side(PlatformProcess.start(home, data, all, options).server(), HOST + port);
    }

    Side peer(Path data, Database database) {
        return peer(data, database, HOST + ServerProcess.freePort());
    }

    Side peer(Path data, Database database, String url) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-jar",
                peer.toString(),
                "--server.port=" + url.substring(HOST.length()),
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--oparl.base-url=" + url);
        return new Side(ServerProcess.start(command, Map.of(), data.resolve("bench.log")), url);
    }
}
