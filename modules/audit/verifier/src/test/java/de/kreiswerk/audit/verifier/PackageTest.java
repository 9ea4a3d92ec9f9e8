package de.kreiswerk.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageTest {

    private static final int NOT = Verifier.NOT_PROVEN;
    private static final int UNREADABLE = Verifier.UNREADABLE;

    private final SampleLog log = SampleLog.of(11);
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 11, 255, 256, 257, 511, 512, 513, 1000, 65_535, 65_536, 65_836})
    void aWholeTrailIsProven(int size) throws IOException {
        SampleLog sample = SampleLog.of(size);

        assertThat(run(sample, SamplePackage.whole(sample))).as(words()).isZero();
        assertThat(words())
                .contains("BEWIESEN.", size + " von " + size, "Das ist der ganze Prüfpfad", "records.csv")
                .contains(sample.key.verifier().text())
                .doesNotContain("NICHT", "weggelassen", "nicht gebraucht");
    }

    @Test
    void aPartIsProvenAndSaidNotToProveThatItIsAll() throws IOException {
        SampleLog sample = SampleLog.of(65_836);

        assertThat(run(sample, SamplePackage.of(sample, 1, 256, 257, 40_000, 65_536, 65_537, 65_836)))
                .as(words())
                .isZero();
        assertThat(words())
                .contains("7 von 65836", "Ob Einträge weggelassen wurden, beweist das Paket nicht")
                .doesNotContain("ganze");
    }

    @Test
    void theSameInEnglish() throws IOException {
        Path file = SamplePackage.of(log, 3).write(folder.resolve("p.zip"));
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

        int code = new Verifier(out, false)
                .run(List.of(
                        "package", file.toString(), "--key", log.key.verifier().text()));

        assertThat(code).isZero();
        assertThat(words()).contains("PROVEN, BUT ONLY FOR THIS PART.", "1 of 11", "This is a part.");
    }

    @Test
    void everyChangedByteIsNoticed() throws IOException {
        SampleLog sample = SampleLog.of(258);
        // Of a full tile each thirty-first, which is each place of a hash in turn.
        everyChangeIsNoticed(sample, SamplePackage.of(sample, 2, 257), Boolean.getBoolean("kreiswerk.full") ? 1 : 31);
        everyChangeIsNoticed(log, SamplePackage.whole(log), 1);
    }

    private void everyChangeIsNoticed(SampleLog sample, SamplePackage made, int step) throws IOException {
        for (String name : List.copyOf(made.entries.keySet())) {
            if (!name.startsWith("tile/")
                    && !List.of("checkpoint", "records.jsonl").contains(name)) {
                continue;
            }
            byte[] bytes = made.entries.get(name);
            int by = bytes.length == TileName.FULL * Merkle.BYTES ? step : 1;
            for (int i = 0; i < bytes.length; i += by) {
                byte[] changed = bytes.clone();
                changed[i] ^= 1;
                made.entries.put(name, changed);
                assertThat(run(sample, made)).as("%s at %d", name, i).isIn(NOT, UNREADABLE);
            }
            made.entries.put(name, bytes);
        }
        assertThat(run(sample, made)).isZero();
    }

    @Test
    void whatIsCutOffIsNoticed() throws IOException {
        SamplePackage made = SamplePackage.whole(log);
        for (String name : List.of("checkpoint", "tile/0/000.p/11")) {
            byte[] bytes = made.entries.get(name);
            for (int end = 0; end < bytes.length; end++) {
                made.entries.put(name, Arrays.copyOf(bytes, end));
                assertThat(run(log, made)).as("%s at %d", name, end).isIn(NOT, UNREADABLE);
            }
            made.entries.put(name, bytes);
        }
        byte[] lines = made.entries.get("records.jsonl");
        for (int end = 0; end < lines.length; end++) {
            made.entries.put("records.jsonl", Arrays.copyOf(lines, end));
            int code = run(log, made);
            // Whole lines less are a part, and are said to be.
            if (end > 0 && lines[end - 1] == '\n') {
                assertThat(code).isZero();
                assertThat(words()).contains("Das ist ein Teil").doesNotContain("ganze");
            } else {
                assertThat(code).as("at %d", end).isEqualTo(UNREADABLE);
            }
        }
    }

    @Test
    void aFileThatIsCutOffIsUnreadable() throws IOException {
        byte[] zip = Files.readAllBytes(SamplePackage.whole(log).write(folder.resolve("p.zip")));
        for (int end = 0; end < zip.length; end++) {
            Files.write(folder.resolve("cut.zip"), Arrays.copyOf(zip, end));
            assertThat(run(log, folder.resolve("cut.zip"))).isEqualTo(UNREADABLE);
        }
        assertThat(run(log, folder.resolve("none.zip"))).isEqualTo(UNREADABLE);
    }

    @Test
    void linesInAnotherOrderTwiceOrMadeUpAreNamed() throws IOException {
        String three = SamplePackage.line(log, 3, 3);
        String five = SamplePackage.line(log, 5, 5);
        refused(lines(five + three), NOT, "Nummer 3 steht hinter Nummer 5");
        refused(lines(three + three), NOT, "Nummer 3 steht hinter Nummer 3");
        refused(lines(three + SamplePackage.line(log, 5, 4)), NOT, "Nummer 4 steht so nicht");
        refused(lines(SamplePackage.line(log, 1, 0)), NOT, "Nummer 0 gibt es nicht");
        refused(lines(three + SamplePackage.line(log, 1, 12)), NOT, "Nummer 12 gibt es nicht");
        refused(lines(three + "{\"number\":4,\"record\":{}}\n"), NOT, "Nummer 4 steht so nicht");
        refused(lines(three.replace("Straße", "Strasse")), NOT, "Nummer 3 steht so nicht");
        refused(lines(three.replace("}}", "} }")), NOT, "Nummer 3");
        refused(lines(three.replace("}}", "},\"x\":1}")), NOT, "Nummer 3");
        refused(lines(three.replace("\n", "\r\n")), UNREADABLE, "Zeile 1");
    }

    @Test
    void aLineThatIsMissingIsNoticedByTheListOfThePackage() throws IOException {
        SamplePackage made = SamplePackage.of(log, 2, 5, 7).listed(log, log.key, 2, 5, 7);
        String two = SamplePackage.line(log, 2, 2);
        String five = SamplePackage.line(log, 5, 5);
        assertThat(run(log, made)).as(words()).isZero();
        assertThat(words())
                .startsWith("BEWIESEN.")
                .contains("Keiner fehlt von denen")
                .doesNotContain("weggelassen");
        assertThat(whole(made)).as(words()).isZero();

        refused(made.put("records.jsonl", two + five), NOT, "manifest: ", "Einträgen: 3", "stehen 2");
        refused(
                made.put("records.jsonl", two + five + SamplePackage.line(log, 8, 8)),
                NOT,
                "manifest: ",
                "anderen Einträgen");
        refused(made.listed(SampleLog.of(10), log.key, 2, 5), NOT, "manifest: ", "anderen Stand");
        refused(made.put("manifest", "none"), UNREADABLE, "manifest: ");
        made.put("records.jsonl", two + five).listed(log, log.key, 2, 5, 7);
        String forged = new String(made.entries.get("manifest"), StandardCharsets.UTF_8).replace("\n3\n", "\n2\n");
        refused(made.put("manifest", forged), NOT, "manifest: ", "Signatur des Verzeichnisses ist falsch");
    }

    @Test
    void aListThatNobodyTrustedHasSignedProvesLess() throws IOException {
        SamplePackage made = SamplePackage.of(log, 2, 5).listed(log, SampleLog.key(SampleLog.ORIGIN), 2, 5);
        assertThat(run(log, made)).as(words()).isZero();
        assertThat(words()).contains("Ob Einträge weggelassen wurden");
        assertThat(whole(made)).isEqualTo(NOT);

        refused(made.put("records.jsonl", SamplePackage.line(log, 2, 2)), NOT, "manifest: ", "Einträgen: 2");
    }

    @Test
    void whoAsksForAllIsNotContentWhereSomethingMayHaveBeenLeftOut() throws IOException {
        assertThat(whole(SamplePackage.whole(log))).as(words()).isZero();
        assertThat(whole(SamplePackage.of(log, 3, 5))).isEqualTo(NOT);
        assertThat(words()).contains("NICHT BEWIESEN", "Verzeichnis (manifest)", "fehlt");
        assertThat(run("checkpoint", "any", "--whole")).isEqualTo(Verifier.WRONGLY_CALLED);
    }

    @Test
    void whoAsksForAllNoticesRecordsCutOffAtEitherEnd() throws IOException {
        SamplePackage handedOut = SamplePackage.of(log, 3, 4, 5, 6).listed(log, log.key, 3, 4, 5, 6);
        assertThat(whole(handedOut)).as(words()).isZero();

        String[] lines = handedOut.text("records.jsonl").split("(?<=\n)");
        for (String left : List.of(lines[0] + lines[1] + lines[2], lines[1] + lines[2] + lines[3])) {
            SamplePackage cut =
                    SamplePackage.of(log, 3, 4, 5, 6).put("records.jsonl", left).listed(log, log.key, 3, 4, 5, 6);
            assertThat(whole(cut)).isEqualTo(NOT);
            assertThat(words()).contains("manifest: ", "Einträgen: 4");
            assertThat(whole(cut.without("manifest"))).isEqualTo(NOT);
            assertThat(words()).contains("Verzeichnis (manifest)", "fehlt");
            assertThat(run(log, cut)).as("as a part").isZero();
            assertThat(words())
                    .startsWith("BEWIESEN, ABER NUR FÜR DIESEN TEIL.")
                    .contains("Mit --whole ist ein solches Paket nicht bewiesen");
        }
        String all = SamplePackage.whole(log).text("records.jsonl");
        SamplePackage cut =
                SamplePackage.whole(log).put("records.jsonl", all.substring(0, all.lastIndexOf("{\"number\"")));
        assertThat(whole(cut)).isEqualTo(NOT);
        SamplePackage forged = SamplePackage.of(log, 3, 4).listed(log, SampleLog.key(SampleLog.ORIGIN), 3, 4);
        assertThat(whole(forged)).isEqualTo(NOT);
        assertThat(words()).contains("kein vertrauter Schlüssel");
    }

    @Test
    void inAPartWithoutGapsThatIsSaid() throws IOException {
        assertThat(run(log, SamplePackage.of(log, 3, 4, 5))).as(words()).isZero();
        assertThat(words()).contains("Zwischen Nummer 3 und 5 fehlt keiner", "Das ist ein Teil");
    }

    private int whole(SamplePackage made) throws IOException {
        Path file = made.write(folder.resolve("package.zip"));
        return run(
                "package",
                file.toString(),
                "--whole",
                "--key",
                log.key.verifier().text());
    }

    @Test
    void linesOfAnotherFormAreNamed() throws IOException {
        String three = SamplePackage.line(log, 3, 3);
        String five = SamplePackage.line(log, 5, 5);
        refused(lines(three + "\n" + five), UNREADABLE, "records.jsonl, Zeile 2");
        refused(lines(three.replace(":3,\"record\"", ":03,\"record\"")), UNREADABLE, "Zeile 1");
        refused(lines(three.replace(":3,\"record\"", ":-3,\"record\"")), UNREADABLE, "Zeile 1");
        refused(lines(three.replace(":3,\"record\"", ":,\"record\"")), UNREADABLE, "Zeile 1");
        refused(lines(three.replace(":3,\"record\"", ":9999999999999999999,\"record\"")), UNREADABLE, "Zeile 1");
        refused(lines("\uFEFF" + three), UNREADABLE, "Zeile 1");
        refused(lines("{\"number\":3,\"record\":}\n"), UNREADABLE, "Zeile 1");
        refused(lines("{\"number\":3"), UNREADABLE, "Zeile 1");
        refused(lines(three + "{\"number\":4,\"record\":\"" + "x".repeat(50_000_000)), UNREADABLE, "Zeile 2");
        refused(lines(""), UNREADABLE, "keinen Eintrag");
    }

    @Test
    void aLineMayBeLongAndHasALimit() throws IOException {
        int most = 200_000 - "{\"number\":12,\"record\":}".length();
        String longest = "{\"x\":\"" + "x".repeat(most - 8) + "\"}";
        log.add(longest);
        assertThat(run(log, SamplePackage.of(log, 1, 2, 12))).as(words()).isZero();

        log.records.set(11, longest.replace("{", "{ ").getBytes(StandardCharsets.UTF_8));
        refused(SamplePackage.of(log, 1, 2, 12), UNREADABLE, "Zeile 3");
    }

    private SamplePackage lines(String lines) {
        return SamplePackage.whole(log).put("records.jsonl", lines);
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        SampleLog sample = SampleLog.of(300);
        for (String name : List.of("tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1")) {
            assertThat(run(sample, SamplePackage.whole(sample).without(name))).isEqualTo(NOT);
            assertThat(words()).contains(name + ": ", "fehlt");
        }
        refused(SamplePackage.whole(log).without("checkpoint"), UNREADABLE, "checkpoint: Diese Datei fehlt");
        refused(SamplePackage.whole(log).without("records.jsonl"), UNREADABLE, "records.jsonl: Diese Datei fehlt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "tile/0/../1/000",
                "tile/",
                "tile/0/000",
                "tile/0/000.p/10",
                "tile/0/000.p/011",
                "tile/0/x000/000.p/11",
                "tile/00/000.p/11",
                "tile/1/000.p/1",
                "tile/99/000",
                "records.jsonl ",
                "Checkpoint",
                "sub/records.jsonl"
            })
    void whatDoesNotBelongIntoThePackageIsNamed(String name) throws IOException {
        refused(SamplePackage.whole(log).put(name, "x"), UNREADABLE, name + ": Diese Datei gehört nicht");
    }

    @Test
    void aNameThatIsThereTwiceIsRefused() throws IOException {
        Path file = SamplePackage.whole(log).put("recordX.jsonl", "").write(folder.resolve("p.zip"));
        String zip = Files.readString(file, StandardCharsets.ISO_8859_1).replace("recordX.jsonl", "records.jsonl");
        Files.writeString(file, zip, StandardCharsets.ISO_8859_1);

        assertThat(run(log, file)).isEqualTo(UNREADABLE);
        assertThat(words()).contains("records.jsonl", "zweimal");
    }

    @Test
    void whatIsTooLargeIsNotUnpacked() throws IOException {
        String bomb = "\0".repeat(100_000_000);
        refused(SamplePackage.whole(log).put("tile/0/000.p/11", bomb), UNREADABLE, "tile/0/000.p/11", "zu groß");
        refused(SamplePackage.whole(log).put("checkpoint", bomb), UNREADABLE, "checkpoint", "zu groß");
        assertThat(run(log, SamplePackage.whole(log).put("records.csv", bomb))).isZero();
    }

    @Test
    void tilesOfAnotherTrailAreNoticed() throws IOException {
        SampleLog mine = SampleLog.of(600);
        SampleLog fork = mine.with(mine.records);
        fork.records.set(300, "{\"forged\":true}".getBytes(StandardCharsets.UTF_8));
        SamplePackage forged = SamplePackage.whole(fork);
        SamplePackage real = SamplePackage.whole(mine);

        forged.entries.put("checkpoint", real.entries.get("checkpoint"));
        assertThat(run(mine, forged)).isEqualTo(NOT);
        assertThat(words()).contains("tile/", "passt nicht zum Checkpoint");

        forged.entries.put("tile/1/000.p/2", real.entries.get("tile/1/000.p/2"));
        assertThat(run(mine, forged)).isEqualTo(NOT);
        assertThat(words()).contains("tile/0/001: ", "passt nicht zum Checkpoint");

        forged.entries.put("tile/0/001", real.entries.get("tile/0/001"));
        assertThat(run(mine, forged)).isEqualTo(NOT);
        assertThat(words()).contains("Eintrag Nummer 301 ");
    }

    @Test
    void aKeyInThePackageIsNotTrusted() throws IOException {
        Path file = SamplePackage.whole(log).write(folder.resolve("p.zip"));
        String other = SampleLog.key(SampleLog.ORIGIN).verifier().text();

        assertThat(run("package", file.toString(), "--key", other)).isEqualTo(NOT);
        assertThat(words()).contains("checkpoint: Kein Schlüssel");
        assertThat(run("package", file.toString())).isEqualTo(Verifier.WRONGLY_CALLED);
    }

    @Test
    void tilesThatAreNotNeededAreSaidNotToBeVerified() throws IOException {
        SampleLog sample = SampleLog.of(600);
        SamplePackage made = SamplePackage.whole(sample);
        made.put("records.jsonl", SamplePackage.line(sample, 5, 5)).put("tile/0/001", "x");

        assertThat(run(sample, made)).isZero();
        assertThat(words()).contains("nicht geprüft wurden: 1");
    }

    @Test
    void aMillionRecordsAreVerifiedInSeconds() throws IOException {
        assumeTrue(Boolean.getBoolean("kreiswerk.full"), "takes long to make: only with -Pfull");
        SampleLog sample = SampleLog.of(1_000_000);
        Path file = SamplePackage.whole(sample).write(folder.resolve("p.zip"));
        long start = System.nanoTime();

        assertThat(run(sample, file)).isZero();

        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(taken).isLessThan(Duration.ofSeconds(10));
    }

    private void refused(SamplePackage made, int code, String... words) throws IOException {
        assertThat(run(log, made)).as(Arrays.toString(words)).isEqualTo(code);
        assertThat(words()).contains(words);
    }

    private int run(SampleLog sample, SamplePackage made) throws IOException {
        return run(sample, made.write(folder.resolve("package.zip")));
    }

    private int run(SampleLog sample, Path file) {
        return run("package", file.toString(), "--key", sample.key.verifier().text());
    }

    private int run(String... arguments) {
        said.reset();
        return new Verifier(new PrintStream(said, true, StandardCharsets.UTF_8), true).run(List.of(arguments));
    }

    private String words() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
