package de.kreiswerk.audit.log.retention;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.api.Offer.Decision;
import de.kreiswerk.audit.log.TestTrail;
import de.kreiswerk.audit.log.kept.Removed;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A removal that was stopped goes on where it was, and does not look through all that is gone each time. */
class RemovalBeginningTest {

    private static final Offer OFFER = offer("offer", 513);

    @ParameterizedTest
    @EnumSource(Engine.class)
    void itBeginsAPieceBeforeWhatThisOfferProvablyLetGo(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            assertThat(beginning(database)).as("nothing went yet").isEqualTo(512);
            note(database, offer("before", 1), 512);
            assertThat(beginning(database)).isEqualTo(512);
            note(database, OFFER, 512 + 256);
            assertThat(beginning(database)).as("the first piece may be there").isEqualTo(512);
            note(database, OFFER, 600_064);
            assertThat(beginning(database)).isEqualTo(600_064 - Piece.LARGEST);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aNumberThatSomebodyElseWroteLeavesNothingOut(Engine engine) {
        try (TestDatabase database = TestTrail.database(engine)) {
            note(database, OFFER, 600_064);
            database.execute("update audit_retention set minimum = 900096");
            assertThat(beginning(database)).isEqualTo(512);
            database.execute("update audit_retention set evidence = null");
            assertThat(beginning(database)).isEqualTo(512);
        }
    }

    private static long beginning(TestDatabase database) {
        return database.transactions.call(tx -> Removal.beginning(tx, TestTrail.evidence(), OFFER));
    }

    private static void note(TestDatabase database, Offer offer, long last) {
        database.transactions.call(tx -> {
            new Removed(tx, TestTrail.evidence()).note(offer, last);
            return null;
        });
    }

    private static Offer offer(String id, long first) {
        return new Offer(
                id, null, first, 1_000_192, Instant.EPOCH, "clerk", null, Decision.TAKEN, null, null, null, null);
    }
}
