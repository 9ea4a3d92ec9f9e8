package de.kreiswerk.audit.log.erasure;

import de.kreiswerk.audit.log.AuditTrailService;
import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.core.persistence.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Erases what tests wrote. */
public final class TestErasures {

    private TestErasures() {}

    public static ErasuresService on(TestDatabase database, Path folder) throws IOException {
        AuditTrailService trail = TestTrail.on(database);
        return new ErasuresService(
                database.transactions,
                trail,
                trail::forget,
                TestTrail.evidence(),
                new ErasureList(folder.resolve("erasures.list")),
                Clock.systemUTC());
    }
}
