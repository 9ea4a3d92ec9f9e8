package de.kreiswerk.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.SignerKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {

    private final SampleLog log = SampleLog.of(11);
    private final String key = log.key.verifier().text();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void aRecordIsProvenAndShown() throws IOException {
        assertThat(run("proof", file("a.tlog-proof", log.proof(4, 11)), "--key", key))
                .isZero();

        assertThat(words())
                .contains("BEWIESEN.", "Nummer 5 von 11", SampleLog.ORIGIN, "\"number\":5", "Straße", key)
                .doesNotContain("NICHT");
    }

    @Test
    void theSameInEnglish() throws IOException {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

        int code = new Verifier(out, false).run(List.of("proof", file("a.tlog-proof", log.proof(4, 11)), "--key", key));

        assertThat(code).isZero();
        assertThat(words()).contains("PROVEN.", "number 5 of 11");
    }

    @Test
    void aRecordMayLieBesideItsProof() throws IOException {
        String proof = file("a.tlog-proof", log.proofWithoutRecord(0, 11));
        String record = file("record.json", new String(log.records.get(0), StandardCharsets.UTF_8));
        String other = file("other.json", new String(log.records.get(1), StandardCharsets.UTF_8));

        assertThat(run("proof", proof, "--key", key, "--record", record)).isZero();
        assertThat(run("proof", proof, "--key", key, "--record", other)).isEqualTo(Verifier.NOT_PROVEN);
        assertThat(run("proof", proof, "--key", key)).isEqualTo(Verifier.WRONGLY_CALLED);
    }

    @Test
    void everyChangedByteOfAProofIsNoticed() throws IOException {
        everyChangeIsNoticed(log.proof(6, 11), changed -> List.of("proof", changed, "--key", key));
        everyChangeIsNoticed(log.proof(10, 11), changed -> List.of("proof", changed, "--key", key));
    }

    @Test
    void everyChangedByteOfACheckpointIsNoticed() throws IOException {
        everyChangeIsNoticed(log.checkpoint(11), changed -> List.of("checkpoint", changed, "--key", key));
    }

    @Test
    void aCheckpointMayHaveTheLineEndsOfWindowsInAllItsLinesOrNone() throws IOException {
        String checkpoint = log.checkpoint(5);
        String windows = checkpoint.replace("\n", "\r\n");
        assertThat(run("checkpoint", file("windows", windows), "--key", key)).isZero();
        String kept = file("kept", windows);
        assertThat(run("consistency", kept, file("proof", log.consistency(5, 11)), "--key", key))
                .isZero();

        for (String mixed : List.of(
                checkpoint.replaceFirst("\n", "\r\n"),
                windows.replaceFirst("\r\n", "\n"),
                windows + "\n",
                windows + "\r",
                windows.substring(0, windows.length() - 2),
                windows.replaceFirst("\r\n", "\r\r\n"),
                checkpoint.replace("\n", "\r"))) {
            assertThat(run("checkpoint", file("mixed", mixed), "--key", key)).isEqualTo(Verifier.UNREADABLE);
        }
        everyChangeIsNoticed(windows, changed -> List.of("checkpoint", changed, "--key", key));
    }

    @Test
    void everyChangedByteOfAConsistencyProofAndOfTheKeptCheckpointIsNoticed() throws IOException {
        String kept = file("kept", log.checkpoint(5));
        String proof = file("proof", log.consistency(5, 11));
        everyChangeIsNoticed(log.consistency(5, 11), changed -> List.of("consistency", kept, changed, "--key", key));
        everyChangeIsNoticed(log.checkpoint(5), changed -> List.of("consistency", changed, proof, "--key", key));
    }

    @Test
    void everyChangedByteOfARecordIsNoticed() throws IOException {
        String proof = file("a.tlog-proof", log.proofWithoutRecord(3, 11));
        everyChangeIsNoticed(
                new String(log.records.get(3), StandardCharsets.UTF_8),
                changed -> List.of("proof", proof, "--key", key, "--record", changed));
    }

    @Test
    void whatIsCutOffIsNoticedWhereverThatIs() throws IOException {
        String proof = log.proof(6, 11);
        for (int end = 0; end < proof.length(); end++) {
            assertThat(run("proof", file("cut", proof.substring(0, end)), "--key", key))
                    .as("cut off at %d", end)
                    .isIn(Verifier.NOT_PROVEN, Verifier.UNREADABLE);
        }
    }

    @Test
    void aLogThatGrewIsProvenToContinue() throws IOException {
        for (int from = 1; from <= 11; from++) {
            String kept = file("kept", log.checkpoint(from));

            assertThat(run("consistency", kept, file("proof", log.consistency(from, 11)), "--key", key))
                    .as("from %d", from)
                    .isZero();
            assertThat(words())
                    .contains(
                            from == 1
                                    ? "Der eine Eintrag des aufbewahrten Standes steht unverändert und an derselben Stelle im neuen mit 11 Einträgen."
                                    : "Alle " + from + " Einträge des aufbewahrten Standes");
        }
    }

    @Test
    void historyThatWasRewrittenIsNoticed() throws IOException {
        byte[] forged = "{\"forged\":true}".getBytes(StandardCharsets.UTF_8);
        List<byte[]> changed = new ArrayList<>(log.records);
        changed.set(2, forged);
        List<byte[]> swapped = new ArrayList<>(log.records);
        swapped.set(2, log.records.get(3));
        swapped.set(3, log.records.get(2));
        List<byte[]> inserted = new ArrayList<>(log.records);
        inserted.add(1, forged);
        List<byte[]> deleted = new ArrayList<>(log.records);
        deleted.remove(4);
        String kept = file("kept", log.checkpoint(6));
        for (List<byte[]> records : List.of(changed, swapped, inserted, deleted)) {
            SampleLog other = log.with(records);

            assertThat(run("consistency", kept, file("proof", other.consistency(6, records.size())), "--key", key))
                    .isEqualTo(Verifier.NOT_PROVEN);
        }
        assertThat(words()).contains("zwei Prüfpfade");
    }

    @Test
    void aForkOfTheSameSizeIsNoticed() throws IOException {
        List<byte[]> forked = new ArrayList<>(log.records);
        forked.set(10, new byte[] {1});
        SampleLog other = log.with(forked);

        assertThat(run(
                        "consistency",
                        file("kept", log.checkpoint(11)),
                        file("proof", other.consistency(11, 11)),
                        "--key",
                        key))
                .isEqualTo(Verifier.NOT_PROVEN);
    }

    @Test
    void aLogThatLostItsEndIsNoticed() throws IOException {
        String kept = file("kept", log.checkpoint(11));

        assertThat(run("consistency", kept, file("proof", log.consistency(6, 9)), "--key", key))
                .isEqualTo(Verifier.NOT_PROVEN);
        assertThat(words()).contains("Einträge fehlen");
    }

    @Test
    void onlyTrustedKeysCount() throws IOException {
        SignerKey stranger = SampleLog.key(SampleLog.ORIGIN);
        SignerKey otherName = SampleLog.key("other.example");
        String forged = file("forged", log.checkpoint(11, stranger));
        String strange = file("strange", log.checkpoint(11, otherName));

        assertThat(run("checkpoint", forged, "--key", key)).isEqualTo(Verifier.NOT_PROVEN);
        assertThat(run("checkpoint", strange, "--key", otherName.verifier().text()))
                .as("a key of another log")
                .isEqualTo(Verifier.NOT_PROVEN);
        assertThat(run("checkpoint", forged, "--key", stranger.verifier().text()))
                .isZero();
    }

    @Test
    void aFileThatIsCalledLikeTheKeyDoesNotTakeItsPlace() throws IOException {
        SignerKey stranger = SampleLog.key(SampleLog.ORIGIN);
        String forged = file("forged", log.checkpoint(11, stranger));
        String trusted = SampleLog.key("flat").verifier().text();
        while (trusted.contains("/")) {
            trusted = SampleLog.key("flat").verifier().text();
        }
        // In the folder in which the program runs, as when an archive with the proof was unpacked there.
        Path trap = Files.writeString(Path.of(trusted), stranger.verifier().text());
        try {
            assertThat(run("checkpoint", forged, "--key", trusted)).isEqualTo(Verifier.NOT_PROVEN);
        } finally {
            Files.delete(trap);
        }
    }

    @Test
    void whoAsksForHelpBehindACommandIsNotToldThatItIsProven() throws IOException {
        String checkpoint = file("c", log.checkpoint(3));

        assertThat(run("checkpoint", checkpoint, "--key", key, "--help")).isEqualTo(Verifier.WRONGLY_CALLED);
        assertThat(run("proof", "--help")).isEqualTo(Verifier.WRONGLY_CALLED);
        assertThat(run("--help")).isZero();
    }

    @Test
    void linesThatExtendACheckpointAreNotEmpty() throws IOException {
        String text = log.checkpoint(3).split("\n\n")[0] + "\n";
        String extended = text + "extension\n";
        String empty = text + "\nextension\n";
        String last = text + "\n";

        assertThat(run("checkpoint", file("extended", signed(extended)), "--key", key))
                .isZero();
        assertThat(run("checkpoint", file("empty", signed(empty)), "--key", key))
                .isEqualTo(Verifier.UNREADABLE);
        assertThat(run("checkpoint", file("last", signed(last)), "--key", key)).isEqualTo(Verifier.UNREADABLE);
    }

    private String signed(String text) {
        Note note = new Note(text, List.of(log.key.sign(text)));
        return new String(note.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void whileAKeyReplacesAnotherEitherIsEnough() throws IOException {
        SignerKey next = SampleLog.key(SampleLog.ORIGIN);
        String both = file("both", log.checkpoint(11, next, log.key));

        assertThat(run("checkpoint", both, "--key", key)).isZero();
        assertThat(run("checkpoint", both, "--key", next.verifier().text())).isZero();
        String keys = file("keys", key + "\n" + next.verifier().text() + "\n");
        assertThat(run("checkpoint", both, "--key", keys)).isZero();
    }

    @Test
    void whoCallsItWronglyIsToldHow() throws IOException {
        String checkpoint = file("c", log.checkpoint(3));
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("prove"),
                List.of("checkpoint", checkpoint),
                List.of("checkpoint", "--key", key),
                List.of("checkpoint", checkpoint, checkpoint, "--key", key),
                List.of("checkpoint", checkpoint, "--key"),
                List.of("checkpoint", checkpoint, "--key", "no key"),
                List.of("checkpoint", checkpoint, "--force", "--key", key))) {
            assertThat(run(wrong.toArray(String[]::new))).as(wrong.toString()).isEqualTo(Verifier.WRONGLY_CALLED);
        }
        assertThat(run("help")).isZero();
    }

    @Test
    void whatIsNoProofIsUnreadable() throws IOException {
        assertThat(run("proof", folder.resolve("missing").toString(), "--key", key))
                .isEqualTo(Verifier.UNREADABLE);
        for (String bad : List.of(
                "",
                "hello",
                log.checkpoint(3),
                log.proof(4, 11).replace("\n", "\r\n"),
                log.proof(4, 11).replace("index 4", "index 04"),
                log.proof(4, 11).replace("@v1", "@v2"),
                "x".repeat(2 << 20))) {
            assertThat(run("proof", file("bad", bad), "--key", key))
                    .as(bad.substring(0, Math.min(40, bad.length())))
                    .isEqualTo(Verifier.UNREADABLE);
        }
    }

    @Test
    void aRecordCannotSteerTheTerminal() throws IOException {
        log.add("{\"\u001b[2J\":\"\u202egnp.exe\"}");

        assertThat(run("proof", file("a", log.proof(11, 12)), "--key", key)).isZero();

        assertThat(words()).doesNotContain("\u001b").doesNotContain("\u202e");
    }

    private interface Arguments {

        List<String> of(String changedFile);
    }

    private void everyChangeIsNoticed(String content, Arguments arguments) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("changed");
        Files.write(file, bytes);
        assertThat(run(arguments.of(file.toString()).toArray(String[]::new)))
                .as("unchanged")
                .isZero();
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) (1 << i % Byte.SIZE);
            Files.write(file, changed);
            assertThat(run(arguments.of(file.toString()).toArray(String[]::new)))
                    .as("byte %d, %02x for %02x", i, changed[i], bytes[i])
                    .isIn(Verifier.NOT_PROVEN, Verifier.UNREADABLE);
        }
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private int run(String... arguments) {
        said.reset();
        return new Verifier(new PrintStream(said, true, StandardCharsets.UTF_8), true).run(List.of(arguments));
    }

    private String words() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
