package de.kreiswerk.core.api.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    @Test
    void itsListsCannotChangeAfterwards() {
        Map<String, String> lists = new HashMap<>(Map.of("paper", "1"));
        Snapshot snapshot = new Snapshot("/paper/1", "Paper", null, lists, Instant.EPOCH, "{}", null);

        lists.put("secret", "1");

        assertThat(snapshot.lists()).isEqualTo(Map.of("paper", "1"));
    }

    @Test
    void thereIsNoSnapshotWithoutContent() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Snapshot("/paper/1", "Paper", null, Map.of(), Instant.EPOCH, null, null));
    }
}
