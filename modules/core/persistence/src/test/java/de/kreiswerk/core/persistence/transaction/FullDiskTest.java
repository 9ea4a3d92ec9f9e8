package de.kreiswerk.core.persistence.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FullDiskTest {

    @Test
    void itIsKnownHoweverDeepItIs() {
        assertThat(Conflicts.isUnwritable(new IllegalStateException(new SQLException("closed", "90098"))))
                .isTrue();
        assertThat(Conflicts.isUnwritable(new SQLException("disk full", "53100")))
                .isTrue();
        assertThat(Conflicts.isUnwritable(new SQLException("duplicate", "23505")))
                .isFalse();
        assertThat(Conflicts.isUnwritable(new IOException("somebody's upload broke off")))
                .isFalse();
    }
}
