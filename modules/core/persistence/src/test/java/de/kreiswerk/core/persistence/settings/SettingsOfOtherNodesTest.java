package de.kreiswerk.core.persistence.settings;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.settings.SharedSettings;
import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two stores on one database stand for two nodes. */
class SettingsOfOtherNodesTest {

    private static final Overrides NONE = new Overrides(Map.of(), Map.of());

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatAnotherNodeSetsIsToldOnceAndWhatThisNodeSetsNever(Engine engine) throws IOException {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            DatabaseSettingsStore here = new DatabaseSettingsStore(platform.transactions, NONE);
            DatabaseSettingsStore there = new DatabaseSettingsStore(platform.transactions, NONE);
            Told told = new Told(here);
            SettingsOfOtherNodes others = new SettingsOfOtherNodes(platform.transactions, here, told);

            here.store("own", new Hashtable<>(Map.of("lines", 1)));
            there.store("web", new Hashtable<>(Map.of("lines", 3)));
            others.look();
            assertThat(told.pids).isEmpty();
            others.look();
            others.look();
            assertThat(told.pids).containsExactly("web");

            there.store("dogs", new Hashtable<>(Map.of("fee", 60)));
            SharedSettings.LeftOut leftOut = others.leaveOut(() -> List.of("dogs"));
            others.look();
            others.look();
            others.look();
            assertThat(told.pids).containsExactly("web");
            others.refresh(List.of("dogs"));
            leftOut.close();
            others.look();
            others.look();
            assertThat(told.pids).containsExactly("web", "dogs");
            told.pids.remove("dogs");

            there.delete("web");
            others.look();
            others.look();
            others.look();
            assertThat(told.pids).containsExactly("web", "web");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoCannotWaitAsksForItAndIsToldOnlyWhatIsNew(Engine engine) throws IOException {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            DatabaseSettingsStore here = new DatabaseSettingsStore(platform.transactions, NONE);
            DatabaseSettingsStore there = new DatabaseSettingsStore(platform.transactions, NONE);
            Told told = new Told(here);
            SettingsOfOtherNodes others = new SettingsOfOtherNodes(platform.transactions, here, told);
            there.store("web", new Hashtable<>(Map.of("lines", 3)));

            others.refresh(List.of("web", "nobody's"));
            others.refresh(List.of("web"));

            assertThat(told.pids).containsExactly("web");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatThisNodeDeterminesItselfIsNamedAndNotItsValue(Engine engine) throws IOException {
        Map<String, Map<String, String>> file = Map.of("web", Map.of("password", "secret"));
        try (TestPlatform platform = TestPlatform.on(engine)) {
            DatabaseSettingsStore here =
                    new DatabaseSettingsStore(platform.transactions, new Overrides(file, Map.of()));
            SettingsOfOtherNodes others = new SettingsOfOtherNodes(platform.transactions, here, new Told(here));

            assertThat(others.determined("web")).containsExactly("password");
            assertThat(others.determined("dogs")).isEmpty();
        }
    }

    /** Takes what Config Admin would. */
    private static final class Told extends Announcer {

        private final List<String> pids = new ArrayList<>();
        private final DatabaseSettingsStore store;

        Told(DatabaseSettingsStore store) {
            super(store, null);
            this.store = store;
        }

        @Override
        void announce(String pid) throws IOException {
            store.taken(pid);
            pids.add(pid);
        }
    }
}
