package de.kreiswerk.deployment.archive.policy;

import java.util.List;

/**
 * What holds for all departments. Packages are named {@code a.b} for that one, {@code a.b.*} for that one and those below,
 * {@code a.b*} for all that begin so; a star in the middle is one word. Packages {@code java.*} need no permission.
 *
 * @param allowedImports what a component may import
 * @param platformPackages what it may not export
 */
public record Rules(List<String> allowedImports, List<String> platformPackages) {

    /** Copies. */
    public Rules {
        allowedImports = List.copyOf(allowedImports);
        platformPackages = List.copyOf(platformPackages);
    }

    /**
     * The rules that hold when nobody says otherwise.
     *
     * @return published contracts, JAX-RS, servlets, OSGi, logging, persistence, JSON and Java's XML and cryptography
     */
    public static Rules standard() {
        return new Rules(
                List.of(
                        "de.kreiswerk.*.api*",
                        "javax.ws.rs*",
                        "jakarta.servlet*",
                        "org.osgi.*",
                        "org.slf4j",
                        "jakarta.persistence*",
                        "com.fasterxml.jackson.*",
                        "org.apache.felix.hc.api*",
                        "javax.annotation.*",
                        "javax.crypto.*",
                        "javax.xml.*",
                        "org.w3c.dom.*",
                        "org.xml.sax.*"),
                List.of(
                        "java.*",
                        "javax.*",
                        "jakarta.*",
                        "jdk.*",
                        "sun.*",
                        "com.sun.*",
                        "org.osgi.*",
                        "org.slf4j.*",
                        "org.apache.felix.*",
                        "org.apache.aries.*",
                        "org.apache.cxf.*",
                        "org.eclipse.persistence.*",
                        "org.w3c.dom.*",
                        "org.xml.sax.*",
                        "com.fasterxml.jackson.*"));
    }

    boolean mayImport(String packageName) {
        return packageName.startsWith("java.") || fits(allowedImports, packageName);
    }

    boolean isPlatforms(String packageName) {
        return packageName.startsWith("de.kreiswerk.") || fits(platformPackages, packageName);
    }

    static boolean fits(Iterable<String> patterns, String packageName) {
        for (String each : patterns) {
            // Of the platform's packages there are hundreds, all of them by their whole name.
            if (each.indexOf('*') < 0 ? each.strip().equals(packageName) : new PackagePattern(each).fits(packageName)) {
                return true;
            }
        }
        return false;
    }
}
