package de.kreiswerk.audit.log.seal;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.ConsistencyProof;
import de.kreiswerk.audit.api.ProvenRecord;
import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.audit.log.checkpoint.KeyFile;
import de.kreiswerk.audit.log.checkpoint.LogSigner;
import de.kreiswerk.audit.verifier.Verifier;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.notekit.Note;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys are replaced as operators do it; what comes of it is verified as people do it who wrote down a key long ago. */
class RotationTest {

    private static final Caller AUDITOR =
            new Caller("a", "Auditor", Set.of(new Grant("audit.read", Grant.ALL)), "test", Instant.EPOCH, "req");

    private final SignerKey first = TestSeal.key();
    private final SignerKey second = TestSeal.key();
    private final SignerKey third = TestSeal.key();

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoKeptOnlyTheFirstKeyVerifiesWhatTheThirdHasSigned(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            start(database, first);
            String kept = file(
                    "kept",
                    TestSeal.log(database, first).checkpoint().orElseThrow().note());
            assertThat(TestSeal.log(database, first).vouchings())
                    .as("nothing was replaced")
                    .isEmpty();
            start(database, second, first);
            start(database, second);
            start(database, third, second);
            start(database, third);
            AuditLog log = TestSeal.log(database, third);
            long newest = log.checkpoint().orElseThrow().size();
            String vouching = file("vouching.txt", log.vouchings());

            String proof = file("a.tlog-proof", text(log.record(AUDITOR, newest, null)));
            assertThat(verify("proof", proof)).startsWith("1 NICHT BEWIESEN.").contains("--vouching");
            assertThat(verify("proof", proof, "--vouching", vouching))
                    .startsWith("0 BEWIESEN.")
                    .containsSubsequence(
                            "Signiert mit dem Schlüssel " + third.verifier().text(),
                            "Für den Schlüssel " + third.verifier().text() + " bürgt der ältere Schlüssel "
                                    + second.verifier().text() + ": beide haben das signiert",
                            "Für den Schlüssel " + second.verifier().text() + " bürgt der ältere Schlüssel "
                                    + first.verifier().text() + ", dem Sie trauen");
            String grown = file("grown", text(log.consistency(Long.parseLong(line(kept, 1)), null)));
            assertThat(verify("consistency", kept, grown, "--vouching", vouching))
                    .startsWith("0 BEWIESEN.");
            assertThat(verify("package", packed(database, newest, third))).startsWith("0 BEWIESEN.");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theOlderKeyVouchesForTheNewerOneWhateverTheirOrderInTheFile(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            start(database, first);
            start(database, first, second);
            start(database, second);
            AuditLog log = TestSeal.log(database, second);

            assertThat(newest(log)).startsWith("0 BEWIESEN.");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aStatementTheWrongWayRoundIsReplacedByARightOneAndGivenToNobody(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            start(database, first);
            start(database, first, second);
            database.execute("delete from audit_seal_vouching");
            vouch(database, first, second);
            assertThat(TestSeal.log(database, second).vouchings()).isEmpty();

            start(database, first, second);
            start(database, second);
            AuditLog log = TestSeal.log(database, second);

            assertThat(log.vouchings())
                    .containsOnlyOnce("kreiswerk-seal-keys/v1")
                    .containsSubsequence(
                            second.verifier().text(), first.verifier().text());
            assertThat(newest(log)).startsWith("0 BEWIESEN.");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatTheVerifierWouldRefuseIsNotAmongTheStatements(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            start(database, first);
            start(database, second, first);
            start(database, second);
            String key = second.verifier().text();
            String right = TestSeal.log(database, second).vouchings();
            put(database, "none", "kreiswerk-seal-keys/v1\n\n");
            put(database, "one", signed(key + "\n", second));
            put(database, "twice", signed(key + "\n" + key + "\n", second));
            put(database, "no key", signed(key + "\nkreiswerk-seal-keys/v1\n", second));

            assertThat(TestSeal.log(database, second).vouchings()).isEqualTo(right);
            long newest =
                    TestSeal.log(database, second).checkpoint().orElseThrow().size();
            assertThat(verify("package", packed(database, newest, second))).startsWith("0 BEWIESEN.");
        }
    }

    private static void vouch(TestDatabase database, SignerKey... keys) {
        database.transactions.call(tx -> {
            new Vouching(tx).add(Arrays.stream(keys).map(LogSigner::of).toList(), Instant.EPOCH);
            return null;
        });
    }

    private static String signed(String lines, SignerKey key) {
        String text = "kreiswerk-seal-keys/v1\n" + lines;
        return new String(new Note(text, List.of()).with(key.sign(text)).bytes(), StandardCharsets.UTF_8);
    }

    private static void put(TestDatabase database, String id, String note) {
        database.execute("insert into audit_seal_vouching values ('" + id + "', '" + note + "', current_timestamp)");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aKeyThatReplacedALostOneIsNotVouchedFor(Engine engine) throws Exception {
        try (TestDatabase database = TestTrail.database(engine)) {
            start(database, first);
            open(database, Lost.of(first.verifier().text()), second);
            AuditLog log = TestSeal.log(database, first, second);

            assertThat(log.keys()).hasSize(2);
            assertThat(log.vouchings()).isEmpty();
        }
    }

    /** What a start with these keys does, and then some records. */
    private void start(TestDatabase database, SignerKey... keys) throws IOException {
        open(database, Lost.NONE, keys);
        TestTrail.write(database, 3);
        TestSeal.seal(database, data, List.of(keys));
    }

    private List<LogSigner> open(TestDatabase database, Lost lost, SignerKey... keys) throws IOException {
        String lines = Arrays.stream(keys).map(SignerKey::text).collect(Collectors.joining("\n"));
        return new SealKeys(
                        database.transactions,
                        TestTrail.on(database),
                        KeyFile.of(Map.of("KREISWERK_SEAL_KEY", lines), data),
                        Clock.systemUTC())
                .open("", lost);
    }

    private String packed(TestDatabase database, long newest, SignerKey atHand) throws IOException {
        Path file = data.resolve("package.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            PackageWriter.on(database.transactions, newest, List.of(LogSigner.of(atHand)))
                    .write(new long[] {1, newest}, "{}", new NoTable(), out);
        }
        return file.toString();
    }

    private static final class NoTable implements PackageWriter.Table {

        @Override
        public String head() {
            return "";
        }

        @Override
        public String row(long sequence, String canonical) {
            return "";
        }
    }

    private static String text(ProvenRecord record) {
        return "c2sp.org/tlog-proof@v1\nextra "
                + Base64.getEncoder().encodeToString(record.canonical().getBytes(StandardCharsets.UTF_8)) + "\nindex "
                + record.proof().index() + "\n" + lines(record.proof().path()) + "\n"
                + record.proof().checkpoint().note();
    }

    private static String text(ConsistencyProof proof) {
        return "old " + proof.from() + "\n" + lines(proof.hashes()) + "\n"
                + proof.checkpoint().note();
    }

    private static String lines(List<String> hashes) {
        return hashes.stream().map(each -> each + "\n").collect(Collectors.joining());
    }

    private static String line(String file, int index) throws IOException {
        return Files.readAllLines(Path.of(file)).get(index);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(data.resolve(name), content).toString();
    }

    /** What whoever has the first key only is told, behind the exit code. */
    /** What the verifier says of the newest checkpoint to who kept the first key, with the statements beside it. */
    private String newest(AuditLog log) throws Exception {
        return verify(
                "checkpoint",
                file("new", log.checkpoint().orElseThrow().note()),
                "--vouching",
                file("vouching.txt", log.vouchings()));
    }

    private String verify(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--key", first.verifier().text()));
        int code = new Verifier(new PrintStream(said, true, StandardCharsets.UTF_8), true).run(all);
        return code + " " + said.toString(StandardCharsets.UTF_8);
    }
}
