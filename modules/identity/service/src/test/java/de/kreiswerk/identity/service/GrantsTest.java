package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantsTest {

    @Test
    void callersShareThemAndAskThemLikeAnySet() {
        Set<Grant> plain = Set.of(new Grant("proposals.import", "umwelt"), new Grant(Grant.ALL, "bau"));
        Grants grants = Grants.of(plain);
        Caller indexed = caller(grants);

        assertThat(indexed.grants()).isSameAs(grants).isEqualTo(plain);
        assertThat(Grants.of(grants)).isSameAs(grants);
        for (String permission : new String[] {"proposals.import", "anything", "audit.read", Grant.ALL}) {
            assertThat(indexed.mayAnywhere(permission))
                    .as(permission)
                    .isEqualTo(caller(plain).mayAnywhere(permission));
        }
        assertThat(caller(Grants.of(Set.of())).mayAnywhere("anything")).isFalse();
    }

    private static Caller caller(Set<Grant> grants) {
        return new Caller("anna", "Anna", grants, "password", Instant.EPOCH, "request");
    }
}
