package de.kreiswerk.launcher.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A distribution's folder with the smallest bundles that there can be. */
final class Distribution {

    private final Path home;

    Distribution(Path home) throws IOException {
        this.home = home;
        Files.createDirectories(home.resolve("bundles"));
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/framework.properties"), """
                startlevel.1=first-*.jar
                startlevel.default=4
                felix.log.level=0
                example=${kreiswerk.data}/example
                """);
    }

    Path home() {
        return home;
    }

    Path bundle(String name, Map<String, String> headers) throws IOException {
        return bundle(name, headers, null);
    }

    Path bundle(String name, Map<String, String> headers, Class<?> activator) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.putValue("Manifest-Version", "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", name);
        headers.forEach(attributes::putValue);
        if (activator != null) {
            attributes.putValue("Bundle-Activator", activator.getName());
            attributes.putValue("Import-Package", "org.osgi.framework");
        }
        Path jar = home.resolve("bundles").resolve(name + "-1.0.0.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            if (activator != null) {
                addClass(out, activator);
            }
        }
        return jar;
    }

    private static void addClass(JarOutputStream out, Class<?> type) throws IOException {
        String path = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new ZipEntry(path));
        try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
            in.transferTo(out);
        }
        out.closeEntry();
    }
}
