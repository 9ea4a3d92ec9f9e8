package de.kreiswerk.deployment.archive;

import static de.kreiswerk.deployment.archive.Samples.BUNDLE;
import static de.kreiswerk.deployment.archive.Samples.bundle;
import static de.kreiswerk.deployment.archive.Samples.component;
import static de.kreiswerk.deployment.archive.Samples.description;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.zip.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is refused, each in one sentence of two languages. */
class BadArchiveTest {

    private static final Limits SMALL = new Limits(20_000, 100_000, 80_000, 6, 20, 200, 200, 2_000, 20, 17);

    private static BadArchive refused(byte[] bytes) {
        return refused(bytes, Limits.standard());
    }

    private static BadArchive refused(byte[] bytes, Limits limits) {
        BadArchive refusal = catchThrowableOfType(BadArchive.class, () -> Archive.read(bytes, limits));
        assertThat(refusal).as("nobody refused").isNotNull();
        assertThat(refusal.sentence().german()).endsWith(".").doesNotContain("\n");
        assertThat(refusal.sentence().english()).endsWith(".").doesNotContain("\n");
        assertThat(refusal.sentence().german()).isNotEqualTo(refusal.sentence().english());
        return refusal;
    }

    private static void assertRefused(String code, RawZip zip) {
        assertThat(refused(zip.bytes()).code()).isEqualTo(code);
    }

    private static void assertRefused(String code, String description) {
        assertRefused(code, component(description, bundle().bytes()));
    }

    private static void assertRefused(String code, Samples.Jar bundle) {
        assertRefused(code, component(bundle.bytes()));
    }

    @Test
    void noZip() {
        assertThat(refused("Guten Tag".getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("archive.not-a-zip");
        assertThat(refused(new byte[0]).code()).isEqualTo("archive.not-a-zip");
    }

    @Test
    void truncatedAnywhere() {
        byte[] whole = component().bytes();
        for (int length = 4; length < whole.length; length += 7) {
            // Cut off behind a bundle, its end looks like the archive's.
            assertThat(refused(Arrays.copyOf(whole, length)).code()).isIn("archive.truncated", "archive.contradictory");
        }
    }

    @Test
    void somethingBehindTheEndOrBeforeTheBeginning() {
        assertRefused("archive.truncated", component().withBehind(new byte[] {1, 2, 3}));
        assertRefused("archive.not-a-zip", component().prefixed("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8)));
        assertRefused("archive.contradictory", component().prefixed(hidden()));
    }

    @Test
    void somethingBetweenTheEntries() {
        assertRefused("archive.contradictory", component().withGap(new byte[] {0, 0, 0, 0}));
        assertRefused("archive.contradictory", component().withGap(hidden()));
    }

    /** An entry that only somebody sees who reads from the front. */
    private static byte[] hidden() {
        byte[] zip = new RawZip().stored("bundles/x.jar", "hidden").bytes();
        return Arrays.copyOf(zip, 30 + "bundles/x.jar".length() + "hidden".length());
    }

    @Test
    void countsThatAreWrong() {
        assertRefused("archive.contradictory", component().countOffBy(1));
        assertRefused("archive.contradictory", component().countOffBy(-1));
    }

    @Test
    void anotherNameInFrontOfTheContent() {
        RawZip zip = component();
        zip.last().localName = BUNDLE.replace("1.2.0", "9.9.9").getBytes(StandardCharsets.UTF_8);
        assertRefused("archive.contradictory", zip);
    }

    @Test
    void anotherMethodSizeOrFlagInFrontOfTheContent() {
        RawZip method = component();
        method.last().localMethod = 8;
        assertRefused("archive.contradictory", method);
        RawZip size = component();
        size.last().localSize = 3;
        assertRefused("archive.contradictory", size);
        RawZip flags = component();
        flags.last().localFlags = 0;
        assertRefused("archive.contradictory", flags);
    }

    @Test
    void contentThatIsNotAsLongAsItSays() {
        RawZip zip = component();
        RawZip.Part part = RawZip.part("x", new byte[5_000], 8);
        part.localName = "component.json".getBytes(StandardCharsets.UTF_8);
        part.centralName = part.localName;
        part.localSize = 10;
        part.centralSize = 10;
        assertRefused("archive.damaged", new RawZip().with(part).stored(BUNDLE, bundle().bytes()));
        zip.last().crc++;
        assertRefused("archive.damaged", zip);
    }

    @Test
    void entriesThatOverlap() {
        // Two entries of the directory lead to one content: so a small file becomes a large one.
        RawZip zip = component();
        byte[] bytes = zip.bytes();
        byte[] twice = new RawZip()
                .stored("component.json", description(""))
                .stored(BUNDLE, bundle().bytes())
                .bytes();
        int second = new String(twice, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
        Arrays.fill(twice, second + 42, second + 46, (byte) 0);
        assertThat(refused(twice).code()).isEqualTo("archive.contradictory");
        assertThat(bytes).hasSameSizeAs(twice);
    }

    @Test
    void tooLargeOrTooMuch() {
        assertThat(refused(new byte[30_000], SMALL).code()).isEqualTo("archive.too-large");
        byte[] zeros = new byte[70_000];
        assertThat(refused(new RawZip().deflated("component.json", zeros).bytes(), SMALL)
                        .code())
                .as("ratio")
                .isEqualTo("archive.too-large-unpacked");
        assertThat(refused(
                                new RawZip()
                                        .deflated("component.json", new byte[90_000])
                                        .bytes(),
                                SMALL)
                        .code())
                .as("one entry")
                .isEqualTo("archive.too-large-unpacked");
        byte[] half = mixed(60_000);
        assertThat(refused(new RawZip().deflated("a", half).deflated("b", half).bytes(), SMALL)
                        .code())
                .as("all entries")
                .isEqualTo("archive.too-large-unpacked");
        RawZip many = new RawZip();
        for (int i = 0; i < 7; i++) {
            many.stored("bundles/" + i + ".jar", "");
        }
        assertThat(refused(many.bytes(), SMALL).code()).isEqualTo("archive.too-many-entries");
    }

    /** Packs to a tenth. */
    private static byte[] mixed(int length) {
        byte[] bytes = new byte[length];
        Random random = new Random(1);
        for (int i = 0; i < length; i += 40) {
            bytes[i] = (byte) random.nextInt();
        }
        return bytes;
    }

    @Test
    void aBombWithinABundle() {
        Samples.Jar bomb = bundle().file("zeros", new byte[70_000]);
        assertThat(refused(component(bomb.bytes()).bytes(), SMALL).code()).isEqualTo("archive.too-large-unpacked");
        RawZip nested = new RawZip().deflated("zeros", new byte[70_000]);
        assertThat(refused(
                                component(bundle().file("lib.jar", nested.bytes())
                                                .bytes())
                                        .bytes(),
                                SMALL)
                        .code())
                .isEqualTo("archive.too-large-unpacked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.jar",
                "bundles/../../evil.jar",
                "/etc/passwd",
                "C:evil.jar",
                "c:/evil.jar",
                "bundles\\evil.jar",
                "bundles//evil.jar",
                "./component.json",
                "bundles/."
            })
    void pathsThatLeaveTheArchive(String name) {
        assertRefused("archive.path", component().stored(name, "x"));
    }

    @Test
    void namesThatNobodyShouldRead() {
        assertRefused("archive.name", component().stored("bundles/a\nb.jar", "x"));
        assertRefused("archive.name", component().stored("bundles/a\u202Eraj.b.jar", "x"));
        assertRefused("archive.name", component().stored("bundles/a\0.jar", "x"));
        assertRefused("archive.name-too-long", component().stored("bundles/" + "a".repeat(200) + ".jar", "x"));
        RawZip broken = component().stored("bundles/x.jar", "x");
        broken.last().centralName = new byte[] {(byte) 0xFF, 'x'};
        assertRefused("archive.name", broken);
        RawZip unmarked = component().stored("bundles/ä.jar", "x");
        unmarked.last().centralFlags = 0;
        unmarked.last().localFlags = 0;
        assertRefused("archive.name", unmarked);
    }

    @Test
    void theSameNameTwice() {
        assertRefused("archive.duplicate", component().stored("component.json", description("")));
        assertRefused("archive.duplicate", component().stored("Component.JSON", "{}"));
        assertRefused(
                "archive.duplicate", component().stored("bundles", "a file").stored("bundles/", ""));
        assertRefused("archive.duplicate", component().stored("bundles", "a file"));
    }

    @Test
    void encryptedOrPackedInAWayThatNobodyReads() {
        RawZip encrypted = component();
        encrypted.last().centralFlags |= 1;
        assertRefused("archive.encrypted", encrypted);
        RawZip lzma = component();
        lzma.last().centralMethod = 14;
        lzma.last().localMethod = 14;
        assertRefused("archive.unsupported", lzma);
        RawZip endless = component();
        endless.last().centralFlags |= 8;
        endless.last().localFlags |= 8;
        assertRefused("archive.unsupported", endless);
        RawZip renamed = component();
        renamed.last().centralExtra = new byte[] {0x75, 0x70, 0, 0};
        assertRefused("archive.unsupported", renamed);
        RawZip zip64 = component();
        zip64.last().localExtra = new byte[] {1, 0, 0, 0};
        assertRefused("archive.unsupported", zip64);
    }

    @Test
    void linksAndFoldersWithContent() {
        RawZip link = component();
        link.last().unixMode = 0xA1FF;
        assertRefused("archive.no-file", link);
        assertRefused("archive.no-file", component().stored("bundles/", "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "bundles/lib/x.jar",
                "bundles/x.txt",
                "other/",
                "META-INF/MANIFEST.MF",
                "META-INF/other.note",
                "bundles/deep/"
            })
    void whatDoesNotBelongThere(String name) {
        assertRefused("archive.unknown-entry", component().stored(name, ""));
    }

    @Test
    void aDescriptionThatIsMissingOrNone() {
        assertRefused("description.missing", new RawZip().stored(BUNDLE, bundle().bytes()));
        assertRefused("description.missing", new RawZip());
        assertRefused("description.invalid", "");
        assertRefused("description.invalid", "[]");
        assertRefused("description.invalid", "{ \"id\": ");
        assertRefused("description.invalid", description("") + "{}");
        assertRefused("description.invalid", description("").replace("\"id\": \"de", "\"id\": \"de\", \"id\": \"de"));
        assertRefused(
                "description.invalid",
                description("\"keeps\": { \"tables\": " + "[".repeat(50) + "]".repeat(50) + "}"));
        assertThat(refused(component(" ".repeat(2_001), new byte[0]).bytes(), SMALL)
                        .code())
                .isEqualTo("description.invalid");
    }

    @Test
    void aDescriptionOfAnotherVersion() {
        assertRefused("description.version", description("").replace("\"1.0\"", "\"2.0\""));
        assertRefused("description.version", description("").replace("\"feature-resource-version\": \"1.0\",", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"titel\": \"x\"",
                "\"minimumPlatform\": \"new\"",
                "\"requires\": \"osgi.ee\"",
                "\"requires\": [1]",
                "\"health\": { \"paths\": [\"http://elsewhere/\"] }",
                "\"health\": { \"paths\": [\"/a/../b\"] }",
                "\"schema\": [ { \"kind\": \"DROP\", \"name\": \"x\" } ]",
                "\"schema\": [ { \"kind\": \"CONTRACT\", \"name\": \"x\" } ]",
                "\"schema\": [ { \"kind\": \"EXPAND\", \"name\": \"x\", \"breaks\": [\"all\"] } ]",
                "\"keeps\": { \"tables\": [\"a; drop table b\"] }",
                "\"description\": { \"en\": \"English only\" }"
            })
    void aDescriptionThatSaysSomethingWrong(String part) {
        assertRefused("description.invalid", description(part));
    }

    @Test
    void aDescriptionThatLacksWhatItMustSay() {
        String whole = description("");
        assertRefused("description.invalid", whole.replace("\"department\": \"ordnung\",", ""));
        assertRefused("description.invalid", whole.replace("\"de\": \"Hundesteuer\",", ""));
        assertRefused("description.invalid", whole.replace("\"de.kreiswerk.component\"", "\"de.other\""));
        assertRefused("description.invalid", whole.replace("JSON", "TEXT"));
        assertRefused("description.invalid", whole.replace(":de.lueneburg.ordnung.hundesteuer:1.2.0\",\n", "\",\n"));
        assertRefused("description.invalid", whole.replace("\"bundles\"", "\"bundels\""));
        assertRefused(
                "description.invalid",
                whole.replace(
                        "\"bundles\"", "\"configurations\": { \"pid\": { \"port:Integer\": \"many\" } }, \"bundles\""));
        assertRefused(
                "description.invalid",
                whole.replace("\"bundles\"", "\"configurations\": { \"pid\": { \"a\": 1, \"A\": 2 } }, \"bundles\""));
    }

    @Test
    void bundlesThatAreNotAsTheDescriptionSays() {
        assertRefused("bundle.missing", new RawZip().stored("component.json", description("")));
        assertRefused("bundle.not-named", component().stored("bundles/more-1.0.jar", bundle().bytes()));
        assertRefused(
                "bundle.hash",
                description("")
                        .replace("1.2.0\" } ]", "1.2.0\", \"de.kreiswerk.sha256\": \"" + "0".repeat(64) + "\" } ]"));
        String two = description("").replace("} ],", "}, { \"id\": \"de:copy:1\" } ],");
        assertRefused("bundle.twice", component(two, bundle().bytes()).stored("bundles/copy-1.jar", bundle().bytes()));
        assertRefused(
                "bundle.twice",
                description("").replace("} ],", "}, { \"id\": \"other:de.lueneburg.ordnung.hundesteuer:1.2.0\" } ],"));
    }

    @Test
    void bundlesThatAreNone() {
        assertRefused("bundle.none", bundle().without("Bundle-SymbolicName"));
        assertRefused("bundle.none", bundle().header("Bundle-SymbolicName", "a b"));
        assertRefused("bundle.none", component(new RawZip().stored("x", "x").bytes()));
        assertRefused("archive.not-a-zip", component("no jar".getBytes(StandardCharsets.UTF_8)));
        assertRefused("bundle.manifest-version", bundle().without("Bundle-ManifestVersion"));
        assertRefused("bundle.manifest-version", bundle().header("Bundle-ManifestVersion", "1"));
        assertRefused("bundle.version", bundle().header("Bundle-Version", "1.2.0-SNAPSHOT"));
        assertRefused("bundle.fragment", bundle().header("Fragment-Host", "de.kreiswerk.core.web"));
    }

    @Test
    void manifestsThatCouldBeReadInTwoWays() {
        // The framework ends a line at a line feed only, and reads on behind the first of these.
        for (String hiding : List.of("X: a\r\r\nFragment-Host: b", "Import-Package: c\rX: a=1,org.h2", "X: a\u0000")) {
            String manifest = bundle().manifest().replace("\r\n\r\n", "\r\n" + hiding + "\r\n\r\n");
            assertRefused(
                    "bundle.manifest",
                    component(new RawZip()
                            .stored("META-INF/MANIFEST.MF", manifest)
                            .bytes()));
        }
        String twice = bundle().manifest().replace("\r\n\r\n", "\r\nbundle-symbolicname: other\r\n\r\n");
        assertRefused(
                "bundle.manifest",
                component(new RawZip().stored("META-INF/MANIFEST.MF", twice).bytes()));
        assertRefused(
                "bundle.manifest",
                component(new RawZip()
                        .stored("META-INF/MANIFEST.MF", "no header\n")
                        .bytes()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.slf4j;resolution:=optional;\"a,org.h2;b\":=1",
                "org.slf4j;x:=1\",org.h2;y:=\"1",
                "org.slf4j;x:=\"1\"2\",org.h2;y:=\"1\"",
                "org.slf4j;x:=='=\"1,org.h2;y:=1\"",
                "org.slf4j;x:=\\\"1,org.h2;y:=\"1\"",
                "\"org.slf4j,org.h2\"",
                "org.slf4j;x=\"1"
            })
    void headersThatCouldBeReadInTwoWays(String value) {
        assertRefused("bundle.manifest", bundle().header("Import-Package", value));
    }

    @Test
    void aHeaderThatTakesForeverToRead() {
        String spaces = "a" + " ".repeat(400_000) + "b";
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> Samples.read(component(bundle().header("Provide-Capability", "x;" + spaces + "=1")
                                .bytes())
                        .bytes()));
    }

    @Test
    void aBundleForANewerJava() {
        assertRefused("bundle.java", bundle().file("de/A.class", Samples.emptyClass("de/A", 99)));
        assertRefused(
                "bundle.java",
                bundle().header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""));
        assertRefused("bundle.java", bundle().header("Bundle-RequiredExecutionEnvironment", "JavaSE-99"));
        RawZip nested = new RawZip().deflated("de/A.class", Samples.emptyClass("de/A", 99));
        assertRefused(
                "bundle.java", bundle().header("Bundle-ClassPath", ".,lib/a").file("lib/a", nested.bytes()));
    }

    @Test
    void moreWordsThanCanBeKept() {
        assertRefused("description.invalid", description("").replace("Hundesteuer", "x".repeat(201)));
        assertRefused("description.invalid", configured("\"a\": \"" + "x".repeat(50_000) + "\""));
        StringBuilder many = new StringBuilder("\"a\": 1");
        for (int i = 0; i < 500; i++) {
            many.append(", \"a").append(i).append("\": 1");
        }
        assertRefused("description.invalid", configured(many.toString()));
        for (String header : List.of(
                "Kreiswerk-Title",
                "Kreiswerk-Title-en",
                "Kreiswerk-Description",
                "Kreiswerk-Department",
                "Kreiswerk-Health-Tags")) {
            assertThat(refused(bundle().header("Kreiswerk-Department", "ordnung")
                                    .header("Kreiswerk-Title", "Hundesteuer")
                                    .header(header, "x".repeat(2_001))
                                    .bytes())
                            .code())
                    .as(header)
                    .isEqualTo("description.invalid");
        }
    }

    private static String configured(String values) {
        return description("")
                .replace("\"bundles\"", "\"configurations\": { \"de.a\": { " + values + " } }, \"bundles\"");
    }

    @Test
    void aSingleBundleThatDoesNotSayWhoseItIs() {
        assertThat(refused(bundle().bytes()).code()).isEqualTo("description.missing");
        assertThat(refused(bundle().header("Kreiswerk-Department", "ordnung").bytes())
                        .code())
                .isEqualTo("description.missing");
    }
}
