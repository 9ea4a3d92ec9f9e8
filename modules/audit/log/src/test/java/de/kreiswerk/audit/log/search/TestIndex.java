package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.core.api.audit.SensitiveReads;
import de.kreiswerk.core.persistence.database.TestDatabase;
import java.time.Clock;
import java.util.List;

/** Makes what is numbered findable. */
public final class TestIndex {

    private TestIndex() {}

    public static void fill(TestDatabase database) {
        new Indexer(database.transactions, TestTrail.on(database)).run(tx -> {});
    }

    public static AuditSearch search(TestDatabase database) {
        return search(database, null);
    }

    /** For auditors whose reading is noted. */
    public static AuditSearch search(TestDatabase database, SensitiveReads reads) {
        SearchService search = new SearchService(
                database.transactions, TestTrail.on(database), List::of, Clock.systemUTC(), SearchService.LOOKED_AT);
        search.reads = reads;
        return search;
    }
}
