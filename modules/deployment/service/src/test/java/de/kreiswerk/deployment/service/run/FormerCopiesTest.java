package de.kreiswerk.deployment.service.run;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.service.store.TypedValues;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormerCopiesTest {

    private static final String FEES = "de.lueneburg.ordnung.fees";

    @Test
    void aSecretThatAFileOfThisNodeDeterminesIsNoLongerKeptAndNothingElseIsLost() throws Exception {
        try (TestNode node = new TestNode()) {
            String former = node.add("1.0.0", "good", State.READY);
            String bad = node.add("1.1.0", "good", State.QUARANTINED);
            String active = node.add("1.2.0", "good", State.ACTIVE);
            node.determined = Map.of(FEES, Set.of("password"));
            node.configurations.values.put(FEES, new Hashtable<>(Map.of("is", "now", "password", "secret")));
            node.leaves(former, Map.of(FEES, Map.of("is", "now", "password", "secret"), "other", Map.of("many", 5)));
            node.leaves(bad, Map.of(FEES, Map.of("is", "old", "password", "what others set")));

            new FormerCopies(node.shop).forget();

            assertThat(kept(node, former)).isEqualTo(Map.of(FEES, Map.of("is", "now"), "other", Map.of("many", 5)));
            assertThat(kept(node, bad)).isEqualTo(Map.of(FEES, Map.of("is", "old", "password", "what others set")));
            assertThat(node.version(active).configuration()).isNull();
        }
    }

    private static Map<String, Map<String, Object>> kept(TestNode node, String archive) {
        return TypedValues.read(node.version(archive).configuration());
    }
}
