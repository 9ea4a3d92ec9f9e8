package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.core.persistence.database.TestDatabase;

/** Makes what is numbered findable. */
public final class TestIndex {

    private TestIndex() {}

    public static void fill(TestDatabase database) {
        new Indexer(database.transactions, TestTrail.on(database)).run(tx -> {});
    }
}
