package de.kreiswerk.core.persistence.settings;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.settings.SharedSettings;
import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One node switches to what has other settings and new ones, another one cannot follow: with the platform's own Config Admin. */
class HeldSettingsTest {

    private static final Overrides NONE = new Overrides(Map.of(), Map.of());
    private static final Overrides FILE = new Overrides(Map.of("fees", Map.of("password", "secret")), Map.of());
    private static final List<String> PIDS = List.of("fees", "former", "new");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatStartsHereHasWhatItWasToldAndNotWhatIsSetForOthers(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine);
                Nodes nodes = new Nodes(platform)) {
            SharedSettings.Held told = nodes.others.hold(PIDS);
            nodes.isAsBefore();

            nodes.others.refresh(PIDS);
            nodes.isAsSet();

            told.again();
            nodes.isAsBefore();
            nodes.others.look();
            nodes.others.look();
            nodes.isAsBefore();
            assertThat(nodes.there.load("fees")).isEqualTo(new Hashtable<>(Map.of("service.pid", "fees", "is", 2)));
            assertThat(nodes.there.exists("former")).isFalse();
            assertThat(nodes.there.exists("new")).isTrue();

            // The next attempt that fails as well.
            SharedSettings.Held still = nodes.others.hold(PIDS);
            nodes.others.refresh(PIDS);
            still.again();
            nodes.isAsBefore();
            nodes.others.refresh(PIDS);
            nodes.isAsSet();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsHeldIsTakenOverWhenItIsNotLeftOutAnyMore(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine);
                Nodes nodes = new Nodes(platform)) {
            nodes.others.hold(PIDS);

            nodes.leftOut.close();
            nodes.others.look();
            nodes.others.look();

            nodes.isAsSet();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsSetHereEndsIt(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine);
                Nodes nodes = new Nodes(platform)) {
            nodes.others.hold(PIDS);

            nodes.here.store("fees", new Hashtable<>(Map.of("service.pid", "fees", "is", 3)));
            nodes.there.store("fees", new Hashtable<>(Map.of("service.pid", "fees", "is", 4)));

            assertThat(nodes.admin.started("fees")).containsEntry("is", 4);
        }
    }

    /** Two stores on one database; one of them has a Config Admin. */
    private static final class Nodes implements AutoCloseable {

        private final DatabaseSettingsStore here;
        private final DatabaseSettingsStore there;
        private final RealConfigAdmin admin;
        private final SettingsOfOtherNodes others;
        private final SharedSettings.LeftOut leftOut;

        Nodes(TestPlatform platform) throws Exception {
            there = new DatabaseSettingsStore(platform.transactions, NONE);
            there.store("fees", new Hashtable<>(Map.of("service.pid", "fees", "is", 1)));
            there.store("former", new Hashtable<>(Map.of("service.pid", "former", "is", 1)));
            here = new DatabaseSettingsStore(platform.transactions, FILE);
            admin = new RealConfigAdmin(here);
            others = new SettingsOfOtherNodes(platform.transactions, here, admin.announcer);
            leftOut = others.leaveOut(() -> PIDS);
            there.store("fees", new Hashtable<>(Map.of("service.pid", "fees", "is", 2)));
            there.delete("former");
            there.store("new", new Hashtable<>(Map.of("service.pid", "new", "is", 2)));
        }

        void isAsBefore() throws Exception {
            assertThat(admin.started("fees")).isEqualTo(Map.of("is", 1, "password", "secret"));
            assertThat(admin.started("former")).isEqualTo(Map.of("is", 1));
            assertThat(admin.started("new")).isNull();
        }

        void isAsSet() throws Exception {
            assertThat(admin.started("fees")).isEqualTo(Map.of("is", 2, "password", "secret"));
            assertThat(admin.started("former")).isNull();
            assertThat(admin.started("new")).isEqualTo(Map.of("is", 2));
        }

        @Override
        public void close() throws Exception {
            admin.close();
        }
    }
}
