package de.kreiswerk.proposals.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    private final Ids ids = new Ids();

    @Test
    void anIdIsAUuidOfVersion7WithItsTimeInFront() {
        UUID id = UUID.fromString(ids.next(0x0192_3456_789AL));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.toString()).startsWith("01923456-789a-7");
    }

    @Test
    void laterIdsAreLargerAsText() {
        String before = ids.next(1_700_000_000_000L);
        for (long millis = 1_700_000_000_001L; millis < 1_700_000_001_000L; millis++) {
            String after = ids.next(millis);
            assertThat(after).isGreaterThan(before);
            before = after;
        }
    }

    @Test
    void noTwoOfAMillisecondAreTheSame() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            assertThat(seen.add(ids.next(1_700_000_000_000L))).isTrue();
        }
    }
}
