package de.kreiswerk.audit.log.seal;

import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.audit.log.checkpoint.LogSigner;
import de.kreiswerk.audit.log.checkpoint.StateFile;
import de.kreiswerk.core.api.audit.SensitiveReads;
import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.core.persistence.database.TestDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Seals what tests wrote. */
public final class TestSeal {

    private TestSeal() {}

    public static SignerKey key() {
        try {
            return SignerKey.generate("example.de/audit/log", new SecureRandom());
        } catch (BadKey e) {
            throw new AssertionError(e);
        }
    }

    /** For readers, on a node that has these keys. */
    public static SealedLog log(TestDatabase database, SignerKey... keys) {
        return new SealedLog(
                database.transactions,
                () -> Arrays.stream(keys).map(SignerKey::verifier).toList());
    }

    /** For readers whose reading is noted. */
    public static SealedLog log(TestDatabase database, SensitiveReads reads) {
        SealedLog log = log(database);
        log.reads = reads;
        return log;
    }

    /** Numbers and seals all that is written. */
    public static void seal(TestDatabase database, SignerKey key, Path data) {
        seal(database, data, List.of(key));
    }

    /** The same while one key replaces another. */
    static void seal(TestDatabase database, Path data, List<SignerKey> keys) {
        TestTrail.number(database);
        new Sealer(
                        database.transactions,
                        keys.stream().map(LogSigner::of).toList(),
                        new Past(keys.stream().map(SignerKey::verifier).toList()),
                        new Memory(
                                StateFile.of(Map.of(), data),
                                database.transactions,
                                TestTrail.on(database),
                                Clock.systemUTC()),
                        Clock.systemUTC())
                .run(tx -> {});
    }
}
