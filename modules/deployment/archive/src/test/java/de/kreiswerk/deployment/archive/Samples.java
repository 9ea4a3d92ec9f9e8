package de.kreiswerk.deployment.archive;

import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.zip.Limits;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Archives as departments would send them. */
public final class Samples {

    public static final String NAME = "de.lueneburg.ordnung.hundesteuer";
    public static final String BUNDLE = "bundles/" + NAME + "-1.2.0.jar";

    private Samples() {}

    public static Archive read(byte[] bytes) throws BadArchive {
        return Archive.read(bytes, Limits.standard());
    }

    /** A small component that nobody could find fault with. */
    public static RawZip component() {
        return component(bundle().bytes());
    }

    public static RawZip component(byte[] bundle) {
        return component(description(""), bundle);
    }

    public static RawZip component(String description, byte[] bundle) {
        return new RawZip().stored("component.json", description).stored(BUNDLE, bundle);
    }

    /** A description; what is given stands in Kreiswerk's part besides department and title. */
    public static String description(String more) {
        return """
                {
                  // The form of the OSGi Feature Service.
                  "feature-resource-version": "1.0",
                  "id": "de.lueneburg:de.lueneburg.ordnung.hundesteuer:1.2.0",
                  "bundles": [ { "id": "de.lueneburg:de.lueneburg.ordnung.hundesteuer:1.2.0" } ],
                  "extensions": {
                    "de.kreiswerk.component": {
                      "kind": "mandatory",
                      "type": "JSON",
                      "json": { "department": "ordnung", "title": { "de": "Hundesteuer", "en": "Dog tax" }%s }
                    }
                  }
                }
                """.formatted(more.isEmpty() ? "" : ", " + more);
    }

    public static Jar bundle() {
        return new Jar()
                .header("Bundle-ManifestVersion", "2")
                .header("Bundle-SymbolicName", NAME)
                .header("Bundle-Version", "1.2.0");
    }

    /** A class that does nothing, for a Java. */
    public static byte[] emptyClass(String name, int java) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(44 + java, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** A bundle that is put together. */
    public static final class Jar {

        private final Map<String, String> headers = new LinkedHashMap<>();
        private final Map<String, byte[]> files = new TreeMap<>();
        private final Map<String, byte[]> unpacked = new TreeMap<>();

        public Jar header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        public Jar without(String name) {
            headers.remove(name);
            return this;
        }

        public Jar file(String name, byte[] content) {
            files.put(name, content);
            return this;
        }

        /** As it is, however well it could be packed. */
        public Jar unpacked(String name, byte[] content) {
            unpacked.put(name, content);
            return this;
        }

        public Jar file(String name, String content) {
            return file(name, content.getBytes(StandardCharsets.UTF_8));
        }

        public String manifest() {
            return headers.entrySet().stream()
                    .map(each -> folded(each.getKey() + ": " + each.getValue()))
                    .collect(Collectors.joining("\r\n", "Manifest-Version: 1.0\r\n", "\r\n\r\n"));
        }

        private static String folded(String line) {
            return line.replaceAll("(.{60})(?=.)", "$1\r\n ");
        }

        public RawZip zip() {
            RawZip zip = new RawZip().stored("META-INF/MANIFEST.MF", manifest());
            files.forEach(zip::deflated);
            unpacked.forEach(zip::stored);
            return zip;
        }

        public byte[] bytes() {
            return zip().bytes();
        }
    }
}
