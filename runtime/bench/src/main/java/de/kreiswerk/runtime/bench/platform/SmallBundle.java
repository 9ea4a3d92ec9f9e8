package de.kreiswerk.runtime.bench.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A bundle of an activator and a servlet, which cannot be loaded outside of a framework, and a manifest. */
public final class SmallBundle {

    private static final String PACKAGES = "de.kreiswerk.runtime.bench.";

    private SmallBundle() {}

    /**
     * Writes one.
     *
     * @param jar where
     * @param name its symbolic name and the last part of its package
     * @param activator the simple name of its activator
     * @param others the simple names of its other classes
     */
    public static void write(Path jar, String name, String activator, String... others) {
        String folder = (PACKAGES + name).replace('.', '/') + "/";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest(name, activator))) {
            put(out, folder + activator + ".class");
            for (String other : others) {
                put(out, folder + other + ".class");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(JarOutputStream out, String entry) throws IOException {
        out.putNextEntry(new JarEntry(entry));
        try (InputStream in = SmallBundle.class.getResourceAsStream("/" + entry)) {
            in.transferTo(out);
        }
    }

    private static Manifest manifest(String name, String activator) {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", name);
        headers.putValue("Bundle-Activator", PACKAGES + name + "." + activator);
        headers.putValue(
                "Import-Package",
                "jakarta.servlet;version=\"[6,7)\",jakarta.servlet.http;version=\"[6,7)\",org.osgi.framework,"
                        + "org.osgi.framework.wiring");
        return manifest;
    }
}
