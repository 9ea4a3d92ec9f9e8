package de.kreiswerk.core.persistence.publication;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;

class ListStatementTest {

    /** Else H2 reads all of a list for each page of it. */
    @Test
    void aPageIsReadAlongTheIndexInBothDirections() {
        assertThat(plan(PublicQuery.of("paper", 100))).contains("index sorted");
        assertThat(plan(PublicQuery.of("paper", 100).from("1"))).contains("index sorted");
        assertThat(plan(PublicQuery.of("paper", 100).from("1").newestFirst())).contains("index sorted");
    }

    private static String plan(PublicQuery query) {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            return platform.transactions.call(tx -> {
                try (PreparedStatement explain =
                        tx.connection().prepareStatement("explain " + new ListStatement(query).sql())) {
                    for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
                        explain.setString(i, "1");
                    }
                    try (ResultSet row = explain.executeQuery()) {
                        row.next();
                        return row.getString(1);
                    }
                }
            });
        }
    }
}
