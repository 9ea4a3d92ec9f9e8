package de.kreiswerk.deployment.archive;

import static de.kreiswerk.deployment.archive.Samples.bundle;
import static de.kreiswerk.deployment.archive.Samples.component;
import static de.kreiswerk.deployment.archive.Samples.description;
import static de.kreiswerk.deployment.archive.Samples.read;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.archive.component.ComponentBundle;
import de.kreiswerk.deployment.archive.component.ComponentDescription;
import de.kreiswerk.deployment.archive.component.ComponentVersion;
import de.kreiswerk.deployment.archive.component.SchemaStep;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.zip.Hash;
import de.kreiswerk.deployment.archive.zip.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

class ArchiveTest {

    @Test
    void aComponentSaysWhatItIs() throws BadArchive {
        Archive archive = read(component(description("""
                                "description": { "de": "Meldet Hunde an." },
                                "minimumPlatform": "0.2.0",
                                "requires": [ "osgi.service;filter:=\\"(objectClass=x)\\"" ],
                                "health": { "paths": [ "/hundesteuer" ], "tags": [ "hunde" ] },
                                "schema": [ { "kind": "CONTRACT", "name": "V3", "breaks": [ "[1.0,1.1)", "1.1.5" ] } ],
                                "keeps": { "tables": [ "dog" ], "pids": [ "de.lueneburg.ordnung.x" ] }
                                """).replace("\"bundles\"", """
                                        "configurations": {
                                          "de.lueneburg.ordnung.x~a": {
                                            "port:Integer": "8080", "on": true, "n": 5, "names": ["a", "b"],
                                            "list:Collection<Long>": [1], "bytes:Byte[]": [1, 2]
                                          }
                                        },
                                        "bundles"
                                        """.strip()), bundle().bytes())
                .bytes());

        ComponentDescription component = archive.component();
        assertThat(archive.kind()).isEqualTo(ArchiveKind.COMPONENT);
        assertThat(component.name()).isEqualTo(Samples.NAME);
        assertThat(component.version()).hasToString("1.2.0");
        assertThat(component.department()).isEqualTo("ordnung");
        assertThat(component.title()).isEqualTo(new Text("Hundesteuer", "Dog tax"));
        assertThat(component.description()).isEqualTo(Text.same("Meldet Hunde an."));
        assertThat(component.minimumPlatform()).isEqualTo(ComponentVersion.parse("0.2"));
        assertThat(component.requiredCapabilities()).hasSize(1);
        assertThat(component.health().paths()).containsExactly("/hundesteuer");
        assertThat(component.health().tags()).containsExactly("hunde");
        assertThat(component.keptData().tables()).containsExactly("dog");
        SchemaStep step = component.schemaSteps().get(0);
        assertThat(step.breaks(ComponentVersion.parse("1.0.9"))).isTrue();
        assertThat(step.breaks(ComponentVersion.parse("1.1.0"))).isFalse();
        assertThat(step.breaks(ComponentVersion.parse("1.1.5"))).isTrue();
        Map<String, Object> values = component.configurations().get("de.lueneburg.ordnung.x~a");
        assertThat(values.get("port")).isEqualTo(8080);
        assertThat(values.get("on")).isEqualTo(true);
        assertThat(values.get("n")).isEqualTo(5L);
        assertThat(values.get("names")).isEqualTo(new String[] {"a", "b"});
        assertThat(values.get("list")).isEqualTo(List.of(1L));
        assertThat(values.get("bytes")).isEqualTo(new Byte[] {1, 2});
    }

    @Test
    void itsBundlesAreThere() throws BadArchive {
        byte[] jar = bundle().header("Import-Package", "org.slf4j").bytes();

        ComponentBundle bundle =
                read(component(jar).bytes()).component().bundles().get(0);

        assertThat(bundle.symbolicName()).isEqualTo(Samples.NAME);
        assertThat(bundle.version()).hasToString("1.2.0");
        assertThat(bundle.entry()).isEqualTo(Samples.BUNDLE);
        assertThat(bundle.bytes()).isEqualTo(jar);
        assertThat(bundle.sha256()).isEqualTo(Hash.of(jar));
        assertThat(bundle.header("import-package")).contains("org.slf4j");
    }

    @Test
    void itIsKnownByItsHashAndReadFromAStream() throws BadArchive, IOException {
        byte[] bytes = component().bytes();

        Archive archive = Archive.read(new ByteArrayInputStream(bytes), Limits.standard());

        assertThat(archive.sha256()).isEqualTo(Hash.of(bytes));
        assertThat(archive.bytes()).isEqualTo(bytes);
        assertThat(archive.size()).isEqualTo(bytes.length);
        assertThat(archive.entries()).extracting(Object::toString).containsExactly(Samples.BUNDLE, "component.json");
    }

    @Test
    void aSingleBundleIsTheSmallestComponent() throws BadArchive {
        byte[] jar = bundle().header("Kreiswerk-Department", "ordnung")
                .header("Kreiswerk-Title", "Hundesteuer für alle")
                .header("Kreiswerk-Title-en", "Dog tax")
                .header("Kreiswerk-Health", "/hundesteuer,/api/hundesteuer/v1/dogs")
                .header("Kreiswerk-Schema", "V2;kind=CONTRACT;breaks=\"[1.0,1.1)\"")
                .bytes();

        Archive archive = read(jar);

        assertThat(archive.kind()).isEqualTo(ArchiveKind.BUNDLE);
        assertThat(archive.component().name()).isEqualTo(Samples.NAME);
        assertThat(archive.component().title()).isEqualTo(new Text("Hundesteuer für alle", "Dog tax"));
        assertThat(archive.component().health().paths()).hasSize(2);
        assertThat(archive.component().schemaSteps().get(0).breaks(ComponentVersion.parse("1.0.1")))
                .isTrue();
        assertThat(archive.component().bundles()).hasSize(1);
        assertThat(archive.component().bundles().get(0).bytes()).isEqualTo(jar);
    }

    @Test
    void whatJavasOwnToolsWriteIsRead() throws BadArchive, IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "de.a;singleton:=true");
        main.putValue("Kreiswerk-Department", "ordnung");
        main.putValue("Kreiswerk-Title", "Ä".repeat(100));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new JarEntry("de/"));
            jar.putNextEntry(new JarEntry("de/Ä.txt"));
            jar.write(new byte[10]);
        }

        Archive archive = read(out.toByteArray());

        assertThat(archive.component().name()).isEqualTo("de.a");
        assertThat(archive.component().title().german()).isEqualTo("Ä".repeat(100));
    }

    @Test
    void entriesMayBeWrittenAsAStream() throws BadArchive {
        for (boolean signature : new boolean[] {true, false}) {
            RawZip zip = new RawZip()
                    .with(RawZip.streamed("component.json", description("").getBytes(), signature))
                    .with(RawZip.streamed(Samples.BUNDLE, bundle().bytes(), signature));

            assertThat(read(zip.bytes()).component().name()).isEqualTo(Samples.NAME);
        }
    }

    @Test
    void classesForNewerJavasAloneDoNotMatter() throws BadArchive {
        byte[] jar = bundle().header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\"")
                .file("META-INF/versions/99/de/A.class", Samples.emptyClass("de/A", 99))
                .file("de/A.class", Samples.emptyClass("de/A", 17))
                .bytes();

        assertThat(read(component(jar).bytes()).component().bundles()).hasSize(1);
    }

    @Test
    void versionsAreOrderedAsOsgiOrdersThem() {
        assertThat(List.of("1.10.0", "1.2.0", "1.2.0.b", "1.2.0.a", "1", "2").stream()
                        .map(ComponentVersion::parse)
                        .sorted()
                        .map(ComponentVersion::toString))
                .containsExactly("1.0.0", "1.2.0", "1.2.0.a", "1.2.0.b", "1.10.0", "2.0.0");
        assertThat(ComponentVersion.isVersion("1.2.0-SNAPSHOT")).isFalse();
        assertThat(ComponentVersion.isVersion("")).isFalse();
    }
}
