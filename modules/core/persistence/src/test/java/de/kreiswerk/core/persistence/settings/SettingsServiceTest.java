package de.kreiswerk.core.persistence.settings;

import static de.kreiswerk.core.persistence.settings.SettingsFixture.ADMINISTRATOR;
import static de.kreiswerk.core.persistence.settings.SettingsFixture.NONE;
import static de.kreiswerk.core.persistence.settings.SettingsFixture.NOW;
import static de.kreiswerk.core.persistence.settings.SettingsFixture.PID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.api.audit.AuditEvent.PersonalField;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.settings.InvalidSettings;
import de.kreiswerk.core.api.settings.Setting;
import de.kreiswerk.core.api.settings.SettingChange;
import de.kreiswerk.core.api.settings.SettingGroup;
import de.kreiswerk.core.api.settings.Settings;
import de.kreiswerk.core.persistence.database.Database;
import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsServiceTest {

    private final SettingsFixture fixture = new SettingsFixture();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsSetHoldsIsAnnouncedAndRecorded(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Settings settings = fixture.on(platform, NONE);
            assertThat(setting(settings, "port")).extracting(Setting::source).isEqualTo(Setting.Source.DEFAULT);

            long revision = settings.change(
                    ADMINISTRATOR,
                    PID,
                    0,
                    Map.of("port", List.of("587"), "hosts", List.of("a.example.de", "b.example.de")));

            assertThat(revision).isEqualTo(1);
            assertThat(setting(settings, "port").values()).containsExactly("587");
            assertThat(setting(settings, "port").source()).isEqualTo(Setting.Source.DATABASE);
            assertThat(setting(settings, "hosts").values()).containsExactly("a.example.de", "b.example.de");
            assertThat(fixture.announced).containsExactly(PID);
            assertThat(fixture.recorded).singleElement().satisfies(event -> {
                assertThat(event.action()).isEqualTo("settings.changed");
                assertThat(event.objectId()).isEqualTo(PID);
                assertThat(event.details())
                        .containsEntry("port.before", "(Standard)")
                        .containsEntry("port.after", "587");
            });
        }
    }

    @Test
    void anAddressIsRecordedSoThatTheTrailCanForgetIt() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);

            settings.change(
                    ADMINISTRATOR, PID, 0, Map.of("hosts", List.of("erika@example.de"), "port", List.of("587")));

            assertThat(fixture.recorded).singleElement().satisfies(event -> {
                assertThat(event.details())
                        .containsEntry("hosts", "changed")
                        .containsEntry("port.after", "587")
                        .doesNotContainKeys("hosts.before", "hosts.after");
                assertThat(event.personal())
                        .contains(new PersonalField(ADMINISTRATOR.subject(), "hosts.after", "erika@example.de"))
                        .extracting(PersonalField::name)
                        .containsExactly("hosts.before", "hosts.after");
            });
        }
    }

    @Test
    void aValueThatEqualsTheDefaultIsNotKept() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);
            settings.change(ADMINISTRATOR, PID, 0, Map.of("port", List.of("587")));

            settings.change(ADMINISTRATOR, PID, 1, Map.of("port", List.of("25")));

            assertThat(setting(settings, "port").source()).isEqualTo(Setting.Source.DEFAULT);
            assertThat(platform.count("core_setting")).isZero();
        }
    }

    @Test
    void sendingTheSameTwiceChangesOnce() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);

            assertThat(settings.change(ADMINISTRATOR, PID, 0, Map.of("port", List.of("587"))))
                    .isEqualTo(1);
            assertThat(settings.change(ADMINISTRATOR, PID, 1, Map.of("port", List.of("587"))))
                    .isEqualTo(1);
            assertThat(fixture.recorded).hasSize(1);
        }
    }

    @Test
    void oneWrongValueKeepsAllFromBeingChanged() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);

            assertThatThrownBy(() -> settings.change(
                            ADMINISTRATOR,
                            PID,
                            0,
                            Map.of("port", List.of("viel"), "nothing", List.of("1"), "hosts", List.of("a"))))
                    .isInstanceOfSatisfying(
                            InvalidSettings.class, e -> assertThat(e.errors()).containsOnlyKeys("port", "nothing"));
            assertThat(setting(settings, "hosts").values()).isEmpty();
            assertThat(fixture.recorded).isEmpty();
            assertThat(fixture.announced).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theSecondOfTwoEditorsIsTold(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Settings settings = fixture.on(platform, NONE);
            settings.change(ADMINISTRATOR, PID, 0, Map.of("port", List.of("587")));

            assertThatThrownBy(() -> settings.change(ADMINISTRATOR, PID, 0, Map.of("hosts", List.of("a"))))
                    .isInstanceOfSatisfying(ProblemException.class, e -> {
                        assertThat(e.problem().kind()).isEqualTo(Problem.Kind.PRECONDITION_FAILED);
                        assertThat(e.problem().code()).isEqualTo("setting-changed");
                    });
            assertThat(setting(settings, "hosts").values()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofManyAtTheSameTimeOneGetsThrough(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Settings settings = fixture.on(platform, NONE);
            ExecutorService pool = Executors.newFixedThreadPool(4);
            List<Callable<Boolean>> editors = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String port = String.valueOf(1_000 + i);
                editors.add(() -> {
                    try {
                        settings.change(ADMINISTRATOR, PID, 0, Map.of("port", List.of(port)));
                        return true;
                    } catch (ProblemException e) {
                        return false;
                    }
                });
            }
            int through = 0;
            for (Future<Boolean> editor : pool.invokeAll(editors)) {
                through += editor.get() ? 1 : 0;
            }
            pool.shutdown();

            assertThat(through).isEqualTo(1);
            assertThat(platform.count("core_setting_change")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aChangeIsTakenBackAndThatIsAChange(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Settings settings = fixture.on(platform, NONE);
            settings.change(ADMINISTRATOR, PID, 0, Map.of("port", List.of("587")));
            settings.change(ADMINISTRATOR, PID, 1, Map.of("port", List.of("465"), "hosts", List.of("a")));

            settings.takeBack(ADMINISTRATOR, PID, 2, 2);

            assertThat(setting(settings, "port").values()).containsExactly("587");
            assertThat(setting(settings, "hosts").values()).isEmpty();
            List<SettingChange> changes = settings.changes(ADMINISTRATOR, PID);
            assertThat(changes).extracting(SettingChange::number).containsExactly(3L, 2L, 1L);
            assertThat(changes.get(0).time()).isEqualTo(NOW);
            assertThat(changes.get(2).differences())
                    .containsExactly(new SettingChange.Difference("port", false, List.of(), List.of("587")));
            assertThat(fixture.recorded.get(2).details()).containsEntry("takenBack", "2");
        }
    }

    @Test
    void aSecretIsNeverShownRecordedOrKeptTwice() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);
            settings.change(ADMINISTRATOR, PID, 0, Map.of("password", List.of("geheim1")));
            settings.change(ADMINISTRATOR, PID, 1, Map.of("password", List.of("geheim2"), "port", List.of("587")));

            settings.takeBack(ADMINISTRATOR, PID, 2, 2);

            assertThat(setting(settings, "password").values()).isEmpty();
            assertThat(setting(settings, "password").source()).isEqualTo(Setting.Source.DATABASE);
            assertThat(platform.text("select properties from core_setting")).contains("geheim2");
            assertThat(platform.number(
                            "select count(*) from core_setting_change where properties_before like '%geheim%'"
                                    + " or properties_after like '%geheim%' or secrets like '%geheim%'"))
                    .isZero();
            assertThat(fixture.recorded.toString()).doesNotContain("geheim").contains("password=changed");
            assertThat(settings.changes(ADMINISTRATOR, PID).get(2).differences())
                    .containsExactly(new SettingChange.Difference("password", true, List.of(), List.of()));
        }
    }

    @Test
    void fileAndEnvironmentGoBeforeTheDatabaseAndCannotBeChangedHere() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            fixture.on(platform, NONE).change(ADMINISTRATOR, PID, 0, Map.of("port", List.of("587")));
            Settings settings = fixture.on(
                    platform,
                    new Overrides(
                            Map.of(PID, Map.of("port", "2525", "hosts", "x")), Map.of(PID, Map.of("port", "2525"))));

            assertThat(setting(settings, "port").values()).containsExactly("2525");
            assertThat(setting(settings, "port").source()).isEqualTo(Setting.Source.ENVIRONMENT);
            assertThat(setting(settings, "hosts").source()).isEqualTo(Setting.Source.FILE);
            assertThatThrownBy(() -> settings.change(ADMINISTRATOR, PID, 1, Map.of("port", List.of("26"))))
                    .isInstanceOfSatisfying(
                            InvalidSettings.class,
                            e -> assertThat(e.errors().get("port").german()).contains("KREISWERK_SETTINGS"));
        }
    }

    @Test
    void thePoolIsNeededBeforeSettingsCanBeRead() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);

            assertThatThrownBy(() ->
                            settings.change(ADMINISTRATOR, Database.class.getName(), 0, Map.of("port", List.of("1"))))
                    .isInstanceOf(InvalidSettings.class);
        }
    }

    @Test
    void withoutThePermissionNothingIsReadOrChanged() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);
            Caller other = SettingsFixture.caller("platform.console");
            List<Runnable> attempts = List.of(
                    () -> settings.groups(other, Locale.GERMAN),
                    () -> settings.find(other, PID, Locale.GERMAN),
                    () -> settings.changes(other, PID),
                    () -> settings.change(other, PID, 0, Map.of("port", List.of("1"))),
                    () -> settings.takeBack(other, PID, 1, 1));

            for (Runnable attempt : attempts) {
                assertThatThrownBy(attempt::run)
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.FORBIDDEN));
            }
            assertThat(platform.count("core_setting")).isZero();
        }
    }

    @Test
    void everyChangeIsNewerThanTheOneBefore() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);
            List<Long> counts = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                settings.change(ADMINISTRATOR, PID, i, Map.of("port", List.of(String.valueOf(1_000 + i))));
                counts.add(Long.valueOf(platform.text("select properties from core_setting")
                        .replaceAll("(?s).*configadmin\\.revision:=L\"(\\d+)\".*", "$1")));
            }

            assertThat(counts).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void oldChangesGo() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);
            for (int i = 0; i < 25; i++) {
                settings.change(ADMINISTRATOR, PID, i, Map.of("port", List.of(String.valueOf(1_000 + i))));
            }

            assertThat(settings.changes(ADMINISTRATOR, PID)).hasSize(20);
            assertThatThrownBy(() -> settings.takeBack(ADMINISTRATOR, PID, 1, 25))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("setting-change-not-found");
        }
    }

    @Test
    void groupsThatNobodyDescribesAreNotThere() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);

            assertThat(settings.find(ADMINISTRATOR, "nobody", Locale.GERMAN)).isEmpty();
            assertThat(settings.groups(ADMINISTRATOR, Locale.GERMAN))
                    .extracting(SettingGroup::pid)
                    .contains(PID);
            assertThatThrownBy(() -> settings.change(ADMINISTRATOR, "nobody", 0, Map.of()))
                    .isInstanceOf(ProblemException.class);
        }
    }

    private static Setting setting(Settings settings, String key) {
        return settings.find(ADMINISTRATOR, PID, Locale.GERMAN).orElseThrow().settings().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
