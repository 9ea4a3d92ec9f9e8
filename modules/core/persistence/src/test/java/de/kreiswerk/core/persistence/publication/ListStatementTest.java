package de.kreiswerk.core.persistence.publication;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListStatementTest {

    /** Else H2 reads all of a list for each page of it. */
    @Test
    void aPageIsReadAlongTheIndexInBothDirections() {
        assertThat(plan(PublicQuery.of("paper", 100))).contains("index sorted");
        assertThat(plan(PublicQuery.of("paper", 100).from("1"))).contains("index sorted");
        assertThat(plan(PublicQuery.of("paper", 100).from("1").newestFirst())).contains("index sorted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"public_object", "public_formed"})
    void whatChangedIsFoundByItsTime(String table) {
        assertThat(plan(new ChangedObjects(table).sql()))
                .containsIgnoringCase(table + "_modified")
                .contains("index sorted");
    }

    /** Else each look at what other nodes published reads all that was ever published. */
    @Test
    void whatOtherNodesPublishedIsFoundByItsTime() {
        assertThat(plan(OtherNodes.CHANGED))
                .containsIgnoringCase("public_object_modified")
                .contains("index sorted");
    }

    /** Else H2 reads all of the list to find those few. */
    @Test
    void fewObjectsAreLookedForInTheListAndNotTheListForThem() {
        String plan = plan(new ListStatement(PublicQuery.of("paper", 100).from("1"))
                .among(List.of())
                .sql());

        assertThat(plan)
                .containsPattern("\"PUBLIC_LIST\" \"L\"\\s+/\\* PUBLIC\\.\\w+: PATH IN\\(")
                .doesNotContain("index sorted");
    }

    private static String plan(PublicQuery query) {
        return plan(new ListStatement(query).along().sql());
    }

    private static String plan(String sql) {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            platform.execute("insert into public_object (path, type, revision, created, modified, deleted)"
                    + " select '/paper/' || x, 'Paper', 1, current_timestamp, current_timestamp, false"
                    + " from system_range(1, 2000)");
            platform.execute("insert into public_list (list, sort_key, path)"
                    + " select 'paper', x, '/paper/' || x from system_range(1, 2000)");
            return platform.transactions.call(tx -> {
                try (PreparedStatement explain = tx.connection().prepareStatement("explain " + sql);
                        ResultSet row = explained(explain)) {
                    row.next();
                    return row.getString(1);
                }
            });
        }
    }

    private static ResultSet explained(PreparedStatement explain) throws SQLException {
        ParameterMetaData parameters = explain.getParameterMetaData();
        for (int i = 1; i <= parameters.getParameterCount(); i++) {
            switch (parameters.getParameterType(i)) {
                case Types.TIMESTAMP_WITH_TIMEZONE -> explain.setTimestamp(i, new Timestamp(1));
                case Types.ARRAY ->
                    explain.setArray(i, explain.getConnection().createArrayOf("varchar", new String[] {
                        "/paper/7", "/paper/8", "/paper/9"
                    }));
                default -> explain.setString(i, "1");
            }
        }
        return explain.executeQuery();
    }
}
