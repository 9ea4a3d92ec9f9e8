package de.kreiswerk.runtime.testing.component;

import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.pack.Packer;
import de.kreiswerk.deployment.archive.pack.Signer;
import de.kreiswerk.deployment.archive.zip.Limits;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Archives of {@link DogTax}, signed. */
public final class DogTaxArchive {

    /** The component's name. */
    public static final String NAME = "de.lueneburg.ordnung.hundesteuer";

    /** Its classes are read and not loaded: who packs it need not have what it is compiled with. */
    private static final String PACKAGE = DogTaxArchive.class.getPackageName();

    /** About 90 kB of classes that only look at bytes. */
    private static final List<String> LIBRARY = Stream.of(
                    "ClassReader",
                    "MethodWriter",
                    "SymbolTable",
                    "Frame",
                    "ClassWriter",
                    "Type",
                    "AnnotationWriter",
                    "Label",
                    "MethodVisitor",
                    "Constants",
                    "Opcodes")
            .map(name -> "org/objectweb/asm/" + name)
            .toList();

    private DogTaxArchive() {}

    /**
     * An archive.
     *
     * @param version its version
     * @param behaviour how it behaves: good, throws, blocks, stubborn, threads, exits, lacks, sick, trespasses,
     *     choosy, fatal, late, tables
     * @param key what signs it
     * @return the archive
     * @throws Exception when it cannot be made
     */
    public static Archive of(String version, String behaviour, SignerKey key) throws Exception {
        return of(version, behaviour, "", "", key, List.of());
    }

    /**
     * An archive that brings configurations along.
     *
     * @param version its version
     * @param behaviour how it behaves
     * @param configurations what they are, as component.json has it: an object with PIDs
     * @param key what signs it
     * @return the archive
     * @throws Exception when it cannot be made
     */
    public static Archive configured(String version, String behaviour, String configurations, SignerKey key)
            throws Exception {
        return of(version, behaviour, "", ", \"configurations\": " + configurations, key, List.of());
    }

    /**
     * An archive whose bundle was changed, and its version was not.
     *
     * @param version its version
     * @param bundleVersion the version that its bundle says
     * @param key what signs it
     * @return the archive; others with such a bundle version have other bytes
     * @throws Exception when it cannot be made
     */
    public static Archive notRaised(String version, String bundleVersion, SignerKey key) throws Exception {
        return of(version, "", "", bundle(bundleVersion, "not raised", List.of()), key);
    }

    /**
     * An archive of about 100 kB, most of it a library that a department brings along.
     *
     * @param version its version
     * @param key what signs it
     * @return the archive
     * @throws Exception when it cannot be made
     */
    public static Archive large(String version, SignerKey key) throws Exception {
        return of(version, "good", "", "", key, LIBRARY);
    }

    /**
     * An archive that says that it changes its tables.
     *
     * @param version its version
     * @param steps what it does to them, as component.json has it: objects with commas between them
     * @param key what signs it
     * @return the archive
     * @throws Exception when it cannot be made
     */
    public static Archive changing(String version, String steps, SignerKey key) throws Exception {
        return of(version, "good", ", \"schema\": [ " + steps + " ]", "", key, List.of());
    }

    private static Archive of(
            String version, String behaviour, String more, String beside, SignerKey key, List<String> library)
            throws Exception {
        return of(version, more, beside, bundle(version, behaviour, library), key);
    }

    private static Archive of(String version, String more, String beside, byte[] bundle, SignerKey key)
            throws Exception {
        String description = """
                {
                  "feature-resource-version": "1.0",
                  "id": "de.lueneburg:%s:%s",
                  "extensions": { "de.kreiswerk.component": { "kind": "mandatory", "type": "JSON",
                    "json": { "department": "Ordnung", "title": { "de": "Hundesteuer" }%s } } }%s
                }
                """.formatted(NAME, version, more, beside);
        return Signer.sign(
                Packer.pack(description.getBytes(StandardCharsets.UTF_8), List.of(bundle), Limits.standard()),
                key,
                Limits.standard());
    }

    private static byte[] bundle(String version, String behaviour, List<String> library) throws Exception {
        Manifest manifest = new Manifest();
        Map<String, String> headers = new TreeMap<>(
                Map.of(
                        "Bundle-ManifestVersion",
                        "2",
                        "Bundle-SymbolicName",
                        NAME,
                        "Bundle-Version",
                        version,
                        "Bundle-Activator",
                        PACKAGE + ".DogTax",
                        "Test-Behaviour",
                        behaviour,
                        "Import-Package",
                        "org.osgi.framework,jakarta.servlet,jakarta.servlet.http,javax.ws.rs,javax.ws.rs.core,de.kreiswerk.core.api.web"));
        if (behaviour.equals("lacks")) {
            headers.put("Service-Component", "OSGI-INF/lacks.xml");
        }
        if (behaviour.equals("tables")) {
            headers.put("Kreiswerk-Migrations", "db/migration");
        }
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(entry(JarFile.MANIFEST_NAME));
            manifest.write(jar);
            for (String name : List.of("DogTax", "DogTax$Page", "DogTax$Rest", "DogTax$Version")) {
                put(jar, PACKAGE.replace('.', '/') + "/" + name);
            }
            for (String name : library) {
                put(jar, name);
            }
            if (behaviour.equals("lacks")) {
                jar.putNextEntry(entry("OSGI-INF/lacks.xml"));
                jar.write("""
                        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="de.lueneburg.ordnung.lacks" immediate="true">
                          <implementation class="java.lang.Object"/>
                          <reference name="what" interface="de.lueneburg.ordnung.NobodyHasIt"/>
                        </scr:component>
                        """.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** The same archive is made of the same bytes whenever it is made. */
    private static JarEntry entry(String name) {
        JarEntry entry = new JarEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        return entry;
    }

    private static void put(JarOutputStream jar, String type) throws Exception {
        String file = type + ".class";
        jar.putNextEntry(entry(file));
        try (InputStream in = DogTaxArchive.class.getClassLoader().getResourceAsStream(file)) {
            in.transferTo(jar);
        }
    }
}
