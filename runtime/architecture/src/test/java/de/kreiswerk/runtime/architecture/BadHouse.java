package de.kreiswerk.runtime.architecture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A house in which every rule is broken; its rooms are the packages below {@code bad}. */
final class BadHouse {

    private static final String ROOT = BadHouse.class.getPackageName() + ".bad";

    private BadHouse() {}

    static House build() throws IOException {
        List<Bundle> bundles = new ArrayList<>();
        for (Path area : House.foldersIn(folder("target/test-classes"))) {
            for (Path room : House.foldersIn(area)) {
                bundles.add(
                        bundle(area.getFileName().toString(), room.getFileName().toString()));
            }
        }
        return new House(bundles);
    }

    private static Bundle bundle(String area, String room) throws IOException {
        return new Bundle(
                area,
                room,
                ROOT + "." + area + "." + room,
                Path.of("src/test/resources/bad-pom.xml"),
                folder("src/test/java").resolve(area).resolve(room),
                folder("target/test-classes").resolve(area).resolve(room),
                manifest(area, room));
    }

    private static Path folder(String base) {
        return Path.of(base).toAbsolutePath().resolve(ROOT.replace('.', '/'));
    }

    private static Headers manifest(String area, String room) throws IOException {
        String headers = switch (area + "." + room) {
            case "core.api" -> """
                            Bundle-SymbolicName: de.kreiswerk.wrong;singleton:=true
                            Import-Package: jakarta.persistence;version="[3.1,4)",org.eclipse.persistence.jpa
                            """;
            case "town.api" -> """
                            Export-Package: %1$s.town.api;version="1.0.0";uses:="java.util,%1$s.core.api",elsewhere
                            """;
            case "town.service" -> """
                            Export-Package: %1$s.town.service;version="1.0.0"
                            Service-Component: OSGI-INF/gone.xml
                            """;
            default -> """
                            Import-Package: %1$s.town.api,%1$s.town.service;resolution:=optional
                            DynamicImport-Package: *
                            """;
        };
        return Headers.read(new ByteArrayInputStream(
                ("Manifest-Version: 1.0\n" + folded(headers.formatted(ROOT))).getBytes(StandardCharsets.UTF_8)));
    }

    /** A manifest's lines have 72 bytes at most (JAR file specification). */
    private static String folded(String headers) {
        return headers.replaceAll("(.{70})(?=.)", "$1\n ");
    }
}
