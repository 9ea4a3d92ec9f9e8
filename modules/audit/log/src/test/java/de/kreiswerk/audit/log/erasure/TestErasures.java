package de.kreiswerk.audit.log.erasure;

import de.kreiswerk.audit.log.AuditTrailService;
import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.audit.log.kept.Objections;
import de.kreiswerk.core.api.audit.ErasureObjection;
import de.kreiswerk.core.persistence.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Erases what tests wrote. */
public final class TestErasures {

    /** What the one who keeps the accounts says of itself. */
    public static final Map<String, Object> ACCOUNTS = Map.of(ErasureObjection.KEEPS_ACCOUNTS, true);

    /** Since when all are there who could object. */
    static final Clock LONG_AGO = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private TestErasures() {}

    static Objections nobodyObjects() {
        Objections objections = new Objections(LONG_AGO);
        objections.bind(subject -> Optional.empty(), ACCOUNTS);
        return objections;
    }

    public static ErasuresService on(TestDatabase database, Path folder) throws IOException {
        AuditTrailService trail = TestTrail.on(database);
        return new ErasuresService(
                database.transactions,
                trail,
                trail::forget,
                TestTrail.evidence(),
                nobodyObjects(),
                new ErasureList(folder.resolve("erasures.list")),
                Clock.systemUTC());
    }
}
