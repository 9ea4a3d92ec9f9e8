package de.kreiswerk.proposals.service;

import static de.kreiswerk.proposals.service.TestPlatform.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.audit.SensitiveReads;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.proposals.api.PaperQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists of what is not for everyone are read by somebody. */
class ReadListsTest {

    private final List<String> noted = new ArrayList<>();

    private final SensitiveReads reads = new SensitiveReads() {
        @Override
        public void note(Caller caller, String area, String objectType, String objectId, String department) {
            noted.add("single");
        }

        @Override
        public void noteList(Caller caller, String area, String objectType, Map<String, String> filter, int shown) {
            noted.add(objectType + " " + filter + " " + shown);
        }
    };

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aListWithADraftIsNotedOnceAndWithoutWhatWasTyped(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            PaperReaderService reader = new PaperReaderService(platform.database.transactions, new Schema() {});
            reader.reads = reads;
            platform.take("Entwurf", Documents.of("2026/127"));

            assertThat(reader.list(OPERATOR, query(null, "Entwurf"))).hasSize(1);
            assertThat(reader.list(OPERATOR, query(1999, null))).isEmpty();

            assertThat(noted).containsExactly("Paper {text=…} 1");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aListOfWhatIsPublicIsNotNoted(Engine engine) {
        try (TestPlatform platform = new TestPlatform(engine)) {
            PaperReaderService reader = new PaperReaderService(platform.database.transactions, new Schema() {});
            reader.reads = reads;
            platform.published("Fertig", Documents.of("2026/127"));

            assertThat(reader.list(OPERATOR, query(null, null))).hasSize(1);

            assertThat(noted).isEmpty();
        }
    }

    private static PaperQuery query(Integer year, String text) {
        return new PaperQuery(year, null, null, text, null, 10);
    }
}
