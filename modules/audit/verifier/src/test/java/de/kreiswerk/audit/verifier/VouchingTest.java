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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody wrote down the first key; the log is signed with the third, and nothing was signed with both. */
class VouchingTest {

    private static final String HEAD = "kreiswerk-seal-keys/v1\n";

    private final SignerKey first = SampleLog.key(SampleLog.ORIGIN);
    private final SignerKey second = SampleLog.key(SampleLog.ORIGIN);
    private final SignerKey third = SampleLog.key(SampleLog.ORIGIN);
    private final SignerKey stranger = SampleLog.key(SampleLog.ORIGIN);
    private final String toSecond = statement(second, first);
    private final String toThird = statement(third, second);
    private final SampleLog log = log(third);
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void fromTheOldKeyStatementsLeadToTheOneThatSigned() throws IOException {
        String proof = file("proof", log.proof(4, 11));
        String vouching = file("vouching.txt", toSecond + toThird);

        assertThat(run(true, "proof", proof, "--vouching", vouching)).isZero();
        assertThat(words())
                .contains("BEWIESEN.")
                .containsSubsequence(
                        "Signiert mit dem Schlüssel " + text(third),
                        "Für den Schlüssel " + text(third) + " bürgt der ältere Schlüssel " + text(second)
                                + ": beide haben das signiert.",
                        "Für den Schlüssel " + text(second) + " bürgt der ältere Schlüssel " + text(first)
                                + ", dem Sie trauen: beide haben das signiert.")
                .doesNotContain("NICHT");
        assertThat(run(false, "proof", proof, "--vouching", vouching)).isZero();
        assertThat(words())
                .contains(
                        "For the key " + text(second) + " the older key " + text(first) + ", which you trust, vouches");
        assertThat(run(true, "checkpoint", file("new", log.checkpoint(11)), "--vouching", vouching))
                .isZero();
        String kept = file("kept", log.checkpoint(5, first));
        assertThat(run(true, "consistency", kept, file("grown", log.consistency(5, 11)), "--vouching", vouching))
                .isZero();
    }

    @Test
    void withoutThemNothingIsProvenAndWhatIsMissingIsTold() throws IOException {
        assertThat(run(true, "proof", file("proof", log.proof(4, 11)))).isEqualTo(Verifier.NOT_PROVEN);
        assertThat(words()).contains("NICHT BEWIESEN", "mit --vouching die Datei");
        for (String notEnough : List.of("", toSecond, toThird)) {
            assertNotFollowed("not enough", notEnough);
        }
    }

    @Test
    void theirOrderDoesNotMatterNorThatTheyComeTwiceOrInACircle() throws IOException {
        for (String statements : List.of(
                toThird + toSecond,
                toSecond + toSecond + toThird + toThird,
                statement(first, third) + toThird + statement(second, third) + toSecond,
                statement(third, second, first),
                (toSecond + toThird).replace("\n", "\r\n"))) {
            assertThat(vouched(statements)).as(statements).isZero();
        }
    }

    @Test
    void aKeyDoesNotVouchForTheOlderOneThatItReplaced() throws IOException {
        String old = file("old", log(first).checkpoint(11));
        String vouching = file("vouching.txt", toSecond + toThird);

        assertThat(new Verifier(out(), true)
                        .run(List.of("checkpoint", old, "--key", text(third), "--vouching", vouching)))
                .isEqualTo(Verifier.NOT_PROVEN);
    }

    @Test
    void whatNotAllHaveSignedHelpsNobody() throws IOException {
        String text = HEAD + text(third) + "\n" + text(first) + "\n";
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("the old key alone", note(text, first));
        forged.put("the new key alone", note(text, third));
        forged.put("nobody", note(text));
        forged.put("somebody else instead", note(text, third, stranger));
        forged.put("somebody else as well", note(text, third, first, stranger));
        forged.put("a signature of another statement", text + "\n" + signatures(toSecond) + signatures(toThird));
        forged.put("a signature of a checkpoint", text + "\n" + signatures(log.checkpoint(3, third, first)));
        forged.put("a statement with the keys exchanged", exchanged(statement(second, first), second, third));
        forged.put("a statement with its keys in another order", exchanged(statement(first, third), first, third));
        forged.put("one more key put in", toSecond.replace(HEAD, HEAD + text(third) + "\n"));
        SignerKey other = SampleLog.key("other.example");
        forged.put("a detour by another log", statement(other, first) + statement(third, other));
        forged.put("strangers'", statement(third, stranger));
        for (Map.Entry<String, String> each : forged.entrySet()) {
            assertNotFollowed(each.getKey(), each.getValue());
        }
        assertNotFollowed(
                "half signed, in the middle of a chain",
                toSecond + note(HEAD + text(third) + "\n" + text(second) + "\n", third));
        assertThat(words()).contains("nicht alle Schlüssel signiert", "zählen nicht: 1.");
    }

    @Test
    void aKeyOfAnotherLogIsNotBelievedForThisOne() throws IOException {
        SignerKey other = SampleLog.key("other.example");
        SampleLog forged = log(other);

        assertThat(run(
                        true,
                        "checkpoint",
                        file("c", forged.checkpoint(11)),
                        "--vouching",
                        file("v", statement(other, first))))
                .isEqualTo(Verifier.NOT_PROVEN);
    }

    @Test
    void everyChangedByteIsNoticedAndWhateverIsCutOff() throws IOException {
        byte[] bytes = (toSecond + toThird).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) (1 << i % Byte.SIZE);
            assertThat(vouched(changed)).as("byte %d", i).isIn(Verifier.NOT_PROVEN, Verifier.UNREADABLE);
            assertThat(vouched(Arrays.copyOf(bytes, i)))
                    .as("cut off at %d", i)
                    .isIn(Verifier.NOT_PROVEN, Verifier.UNREADABLE);
        }
    }

    @Test
    void howMuchIsReadHasALimit() throws IOException {
        List<SignerKey> keys = new ArrayList<>(List.of(first));
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            keys.add(SampleLog.key(SampleLog.ORIGIN));
            chain.append(statement(keys.get(i + 1), keys.get(i)));
        }
        String newest = file("newest", log.checkpoint(11, keys.get(100)));

        assertThat(run(true, "checkpoint", newest, "--vouching", file("v", chain.toString())))
                .isZero();
        assertThat(vouched(chain + toSecond)).as("101").isEqualTo(Verifier.UNREADABLE);
        assertThat(vouched(statement(keys.subList(0, 11).toArray(SignerKey[]::new)) + toSecond + toThird))
                .as("of 11 keys")
                .isEqualTo(Verifier.UNREADABLE);
        assertThat(vouched(toSecond + toThird + "\n".repeat(1 << 20))).isEqualTo(Verifier.UNREADABLE);
    }

    @Test
    void whatIsNoStatementIsUnreadable() throws IOException {
        for (String bad : List.of(
                "hello",
                "\n" + toSecond,
                log.checkpoint(3),
                HEAD,
                note(HEAD, first),
                statement(first),
                statement(second, first, first),
                note(HEAD + text(second) + " \n" + text(first) + "\n", second, first),
                toSecond.replace("v1", "v2"))) {
            assertThat(vouched(bad)).as(bad).isEqualTo(Verifier.UNREADABLE);
        }
        String proof = file("proof", log.proof(4, 11));
        assertThat(run(
                        true,
                        "proof",
                        proof,
                        "--vouching",
                        folder.resolve("missing").toString()))
                .isEqualTo(Verifier.UNREADABLE);
        assertThat(new Verifier(out(), true).run(List.of("proof", proof, "--key", text(first), "--vouching")))
                .isEqualTo(Verifier.WRONGLY_CALLED);
    }

    @Test
    void whoTrustsTheKeyThatSignedNeedsNone() throws IOException {
        String proof = file("proof", log.proof(4, 11));

        assertThat(new Verifier(out(), true)
                        .run(List.of(
                                "proof",
                                proof,
                                "--key",
                                text(third),
                                "--vouching",
                                file("v", toSecond + note(HEAD + text(third) + "\n" + text(stranger) + "\n")))))
                .isZero();
        assertThat(words()).doesNotContain("bürgt");
    }

    @Test
    void aPackageBringsThemAlong() throws IOException {
        SamplePackage made = SamplePackage.of(log, 2, 5).listed(log, third, 2, 5);
        assertThat(packed(made)).isEqualTo(Verifier.NOT_PROVEN);

        made.put("vouching.txt", toSecond + toThird);
        assertThat(packed(made, "--whole")).isZero();
        assertThat(words()).contains("Keiner fehlt", "bürgt der ältere Schlüssel " + text(first) + ", dem Sie trauen");
        made.put("vouching.txt", toSecond);
        assertThat(packed(made)).isEqualTo(Verifier.NOT_PROVEN);
        assertThat(packed(made, "--vouching", file("v", toThird)))
                .as("the rest comes from elsewhere")
                .isZero();

        made.put("vouching.txt", toSecond + note(HEAD + text(third) + "\n" + text(second) + "\n", third));
        assertThat(packed(made)).isEqualTo(Verifier.NOT_PROVEN);
        made.put("vouching.txt", toThird + "x");
        assertThat(packed(made)).isEqualTo(Verifier.UNREADABLE);
        assertThat(words()).contains("vouching.txt:");
    }

    private int packed(SamplePackage made, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("package", made.write(folder.resolve("p.zip")).toString()));
        arguments.addAll(List.of(more));
        return run(true, arguments.toArray(String[]::new));
    }

    private void assertNotFollowed(String what, String statements) throws IOException {
        assertThat(vouched(statements)).as(what).isEqualTo(Verifier.NOT_PROVEN);
    }

    private int vouched(String statements) throws IOException {
        return vouched(statements.getBytes(StandardCharsets.UTF_8));
    }

    private int vouched(byte[] statements) throws IOException {
        String vouching = Files.write(folder.resolve("vouching"), statements).toString();
        return run(true, "checkpoint", file("checkpoint", log.checkpoint(11)), "--vouching", vouching);
    }

    private static SampleLog log(SignerKey key) {
        SampleLog log = new SampleLog(key);
        log.records.addAll(SampleLog.of(11).records);
        return log;
    }

    private static String statement(SignerKey... newestFirst) {
        StringBuilder text = new StringBuilder(HEAD);
        for (SignerKey each : newestFirst) {
            text.append(text(each)).append('\n');
        }
        return note(text.toString(), newestFirst);
    }

    private static String note(String text, SignerKey... signers) {
        Note note = new Note(text, List.of());
        for (SignerKey each : signers) {
            note = note.with(each.sign(text));
        }
        return new String(note.bytes(), StandardCharsets.UTF_8);
    }

    private static String signatures(String note) {
        return note.substring(note.indexOf("\n\n") + 2);
    }

    private static String exchanged(String note, SignerKey one, SignerKey other) {
        return note.replace(text(one), "one").replace(text(other), text(one)).replace("one", text(other));
    }

    private static String text(SignerKey key) {
        return key.verifier().text();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    /** By whoever trusts the first key. */
    private int run(boolean german, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--key", text(first)));
        return new Verifier(out(), german).run(all);
    }

    private PrintStream out() {
        said.reset();
        return new PrintStream(said, true, StandardCharsets.UTF_8);
    }

    private String words() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
