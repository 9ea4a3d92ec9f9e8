package de.kreiswerk.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.audit.log.tree.Hashes;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wrong leaf would be sealed, and nothing after it. H2 has no roles that this could keep from anything. */
class LeafGuardTest {

    private static final String OWNER = "leaf_owner";
    private static final String RUN = "leaf_run";
    private static final String PUT = "insert into audit_record"
            + " (id, recorded, area, action, object_type, object_id, canonical, leaf)"
            + " select id, recorded, area, action, object_type, object_id, CANONICAL, LEAF"
            + " from audit_record where ticket = 1";
    private static final String FOREIGN = "{\"Straße\":\"ü€😀\"}";

    @Test
    void whoOwnsTheRecordsPutsThemBackAsTheyWereAndNobodyElseWritesAWrongLeaf() {
        try (TestDatabase database = TestTrail.database(Engine.POSTGRESQL)) {
            TestTrail.write(database, 1);
            for (String role : new String[] {OWNER, RUN}) {
                database.execute("create role " + role);
                database.execute("grant select, insert on audit_record to " + role);
            }

            // The owner is the role of today, whoever ran the migration.
            assertOnlyTheOwnerPutsAWrongOne(database, OWNER, RUN);
            assertOnlyTheOwnerPutsAWrongOne(database, RUN, OWNER);
        }
    }

    private static void assertOnlyTheOwnerPutsAWrongOne(TestDatabase database, String owner, String other) {
        database.execute("alter table audit_record owner to " + owner);
        database.execute("grant select, insert on audit_record to " + other);
        long before = database.count("audit_record");

        as(database, owner, PUT.replace("LEAF", "sha256(leaf)"));
        as(database, other, PUT.replace("LEAF", "leaf"));
        // Such are sealed by their text.
        as(database, other, PUT.replace("LEAF", "null"));
        as(
                database,
                other,
                PUT.replace("CANONICAL", "'" + FOREIGN + "'")
                        .replace(
                                "LEAF",
                                "decode('" + HexFormat.of().formatHex(Hashes.leaf(bytes(FOREIGN))) + "', 'hex')"));
        for (String leaf : List.of("sha256(leaf)", "''", "sha256(convert_to(canonical, 'UTF8'))")) {
            assertThatThrownBy(() -> as(database, other, PUT.replace("LEAF", leaf)))
                    .as(leaf)
                    .hasStackTraceContaining("The leaf is not the hash of the record");
        }

        assertThat(database.count("audit_record")).isEqualTo(before + 4);
    }

    private static void as(TestDatabase database, String role, String sql) {
        database.execute("set local role " + role + "; " + sql);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
