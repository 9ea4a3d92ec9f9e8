package de.kreiswerk.runtime.bench.face;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The plain servlet as a bundle: its two classes, which cannot be loaded outside of a framework, and a manifest. */
final class BareBundle {

    private static final String PACKAGE = "de.kreiswerk.runtime.bench.bare.";

    private BareBundle() {}

    static void write(Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest())) {
            for (String name : List.of("BareActivator.class", "BareServlet.class")) {
                String entry = PACKAGE.replace('.', '/') + name;
                out.putNextEntry(new JarEntry(entry));
                try (InputStream in = BareBundle.class.getResourceAsStream("/" + entry)) {
                    in.transferTo(out);
                }
            }
        }
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "bare");
        headers.putValue("Bundle-Activator", PACKAGE + "BareActivator");
        headers.putValue(
                "Import-Package",
                "jakarta.servlet;version=\"[6,7)\",jakarta.servlet.http;version=\"[6,7)\",org.osgi.framework");
        return manifest;
    }
}
