package de.kreiswerk.core.persistence.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.persistence.database.Conflicts;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    @Test
    void itIsKnownHoweverDeepItIs() {
        assertThat(Conflicts.unwritable(new IllegalStateException(new SQLException("closed", "90098"))))
                .isPresent();
        assertThat(Conflicts.unwritable(new SQLException("disk full", "53100"))).isPresent();
        assertThat(Conflicts.unwritable(new SQLException("general", "HY000", new IOException("File too large"))))
                .isPresent();
        assertThat(Conflicts.unwritable(new SQLException("general", "HY000"))).isEmpty();
        SQLException batch = new BatchUpdateException("general", "HY000", new int[0]);
        batch.setNextException(new SQLException("general", "HY000", new IOException("File too large")));
        assertThat(Conflicts.unwritable(batch)).isPresent();
        assertThat(Conflicts.unwritable(new SQLException("duplicate", "23505"))).isEmpty();
        assertThat(Conflicts.unwritable(new IOException("somebody's upload broke off")))
                .isEmpty();
    }

    @Test
    void aDatabaseThatClosedItselfIsOpenedAnewWithWhatWasCommitted(@TempDir Path folder) {
        try (TestPlatform database = TestPlatform.inFile(folder)) {
            database.execute("create table thing (id integer primary key)");
            database.execute("insert into thing values (1)");

            assertThatThrownBy(() -> database.transactions.call(tx -> {
                        try (Statement statement = tx.connection().createStatement()) {
                            statement.execute("insert into thing values (2)");
                            // As H2 does it when it cannot write.
                            statement.execute("shutdown immediately");
                            return statement.execute("insert into thing values (3)");
                        }
                    }))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().code()).isEqualTo("database-cannot-write"));

            assertThat(onceItIsOpen(() -> database.count("thing"))).isEqualTo(1);
            database.execute("insert into thing values (4)");
            assertThat(database.count("thing")).isEqualTo(2);
        }
    }

    /** Connections that were idle may fail, too, each once. */
    private static long onceItIsOpen(LongSupplier read) {
        for (int attempt = 1; ; attempt++) {
            try {
                return read.getAsLong();
            } catch (ProblemException e) {
                assertThat(attempt).isLessThan(20);
            }
        }
    }
}
