package de.kreiswerk.runtime.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** A contract cannot change unnoticed: its build compares it with the released one. */
final class BaselineRules {

    private static final String PLUGIN = "<artifactId>bnd-baseline-maven-plugin</artifactId>";

    private BaselineRules() {}

    static List<String> areBaselined(House house) {
        List<String> violations = new ArrayList<>();
        for (Bundle bundle : house.bundles()) {
            if (bundle.headers().get("Export-Package") != null && !read(bundle).contains(PLUGIN)) {
                violations.add(bundle + " exports packages and is not baselined: its pom.xml lacks " + PLUGIN);
            }
        }
        return violations;
    }

    private static String read(Bundle bundle) {
        try {
            return Files.readString(bundle.pom());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
