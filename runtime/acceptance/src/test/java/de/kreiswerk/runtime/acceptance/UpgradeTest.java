package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.Database;
import de.kreiswerk.runtime.acceptance.fixture.EarlierData;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Settings;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.acceptance.fixture.StoredPapers;
import de.kreiswerk.runtime.acceptance.fixture.StoredTables;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What an earlier version kept is there after an upgrade, and is worked with. */
@Execution(ExecutionMode.CONCURRENT)
class UpgradeTest {

    private static final List<String> NEVER_CHANGED =
            List.of("audit_record", "audit_order", "paper_version", "paper_slug", "core_blob", "core_blob_piece");

    @OnEachDatabase
    void dataOfThePlatformBeforeItHadTokensIsThere(Starter starter) {
        Platform platform = earlier("before-tokens", starter);
        SortedMap<String, List<String>> before = StoredTables.of(platform);

        platform.start();
        assertPapers(platform);
        assertThat(platform.operator().get("/api/identity/v1/accounts").is(200).text())
                .contains("\"admin\"", "w.altmann", "Wilma Altmann");
        assertThat(platform.operator()
                        .get("/api/identity/v1/departments")
                        .is(200)
                        .text())
                .contains("Fachdienst Umwelt");
        assertThat(platform.stranger().get("/").is(200).text()).contains("Landkreis Aufstieg");

        assertTrail(platform, before);
    }

    private static Platform earlier(String name, Starter starter) {
        assumeTrue(starter.kind() == Database.Kind.H2, "skipped: these data are of H2");
        Platform platform = starter.prepare(Settings.of("--no-demo"), Database.Kind.H2);
        EarlierData.put(name, platform);
        return platform;
    }

    private static void assertPapers(Platform platform) {
        JsonNode published = platform.papers().find("2025/101");
        assertThat(published.path("state").asText()).isEqualTo("PUBLISHED");
        assertThat(published.path("version").asInt()).isEqualTo(2);
        assertThat(platform.papers().find("2025/102").path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(platform.papers().find("2025/103").path("state").asText()).isEqualTo("DRAFT");
        assertThat(platform.stranger().get("/vorlagen/2025-101").is(200).text())
                .contains("Neue Bänke am Kreishaus", "vier Bänke");
        assertThat(platform.stranger()
                        .get("/vorlagen/2025-101/anlagen/1")
                        .is(200)
                        .text())
                .contains("Süden unten");
        platform.stranger().get("/vorlagen/2025-102").is(410);
    }

    /** Nothing of it changed, and what is written now goes on counting. */
    private static void assertTrail(Platform platform, SortedMap<String, List<String>> before) {
        platform.papers().importText(Vorlage.numbered("2026/1").text()).is(201);
        platform.awaitNumbersOfTheLast();
        platform.stop();
        SortedMap<String, List<String>> after = StoredTables.of(platform);

        for (String table : NEVER_CHANGED) {
            assertThat(after.get(table))
                    .extracting(UpgradeTest::withoutLaterColumns)
                    .as(table)
                    .containsAll(before.get(table));
        }
        assertThat(after.get("audit_record"))
                .hasSizeGreaterThan(before.get("audit_record").size());
        assertThat(StoredPapers.of(platform).faults()).noneMatch(fault -> fault.contains("number"));
    }

    /** Columns that came later, as they are in rows of before. */
    private static String withoutLaterColumns(String row) {
        return row.replace(" leaf=null,", "").replace(", stays=true", "").replace(", superseded=false", "");
    }
}
