package de.kreiswerk.core.persistence.settings;

import static de.kreiswerk.core.persistence.settings.SettingsFixture.ADMINISTRATOR;
import static de.kreiswerk.core.persistence.settings.SettingsFixture.FACTORY;
import static de.kreiswerk.core.persistence.settings.SettingsFixture.NONE;
import static de.kreiswerk.core.persistence.settings.SettingsFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.settings.InvalidSettings;
import de.kreiswerk.core.api.settings.Setting;
import de.kreiswerk.core.api.settings.SettingChange;
import de.kreiswerk.core.api.settings.SettingFactory;
import de.kreiswerk.core.api.settings.SettingGroup;
import de.kreiswerk.core.api.settings.Settings;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several configurations of one kind: they come, change, go and come back. */
class SettingFactoriesTest {

    private static final String SOUTH = FACTORY + "~sued";
    private static final Map<String, List<String>> VALUES =
            Map.of("port", List.of("587"), "password", List.of("geheim1"));

    private final SettingsFixture fixture = new SettingsFixture();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void oneIsMadeAnnouncedRecordedAndThereAtTheNextStart(Engine engine) throws IOException {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Settings settings = fixture.on(platform, NONE);

            String pid = settings.create(ADMINISTRATOR, FACTORY, "sued", VALUES);

            assertThat(pid).isEqualTo(SOUTH);
            assertThat(factory(settings).configurations())
                    .containsExactly(new SettingFactory.Configuration(SOUTH, "sued", Setting.Source.DATABASE));
            assertThat(group(settings).revision()).isEqualTo(1);
            assertThat(setting(settings, "port").values()).containsExactly("587");
            assertThat(setting(settings, "password").values()).isEmpty();
            assertThat(fixture.announced).containsExactly(SOUTH);
            assertThat(fixture.recorded).singleElement().satisfies(event -> {
                assertThat(event.action()).isEqualTo("settings.created");
                assertThat(event.objectId()).isEqualTo(SOUTH);
                assertThat(event.details())
                        .containsEntry("port.after", "587")
                        .containsEntry("password", "changed")
                        .doesNotContainKey("port.before");
            });
            // What Config Admin needs to know whose it is.
            assertThat(new DatabaseSettingsStore(platform.transactions, NONE).load(SOUTH))
                    .extracting(read -> read.get("service.factoryPid"), read -> read.get("service.pid"))
                    .containsExactly(FACTORY, SOUTH);
        }
    }

    @Test
    void oneWithNothingSetIsThereAsWellAndStaysWhenAllIsDefault() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);
            settings.create(ADMINISTRATOR, FACTORY, "sued", Map.of());

            settings.change(ADMINISTRATOR, SOUTH, 1, Map.of("port", List.of("587")));
            settings.change(ADMINISTRATOR, SOUTH, 2, Map.of("port", List.of("25")));

            assertThat(setting(settings, "port").source()).isEqualTo(Setting.Source.DEFAULT);
            assertThat(settings.changes(ADMINISTRATOR, SOUTH))
                    .extracting(SettingChange::kind)
                    .containsExactly(
                            SettingChange.Kind.CHANGED, SettingChange.Kind.CHANGED, SettingChange.Kind.CREATED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Amt", "amt 1", "ämter", "a~b", "../x", "amt_1", "eins-zwei-drei-vier-fuenf-sechs"})
    void aNameThatIsNoneIsRefusedTogetherWithWhatElseIsWrong(String name) {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);

            assertThatThrownBy(() -> settings.create(ADMINISTRATOR, FACTORY, name, Map.of("port", List.of("viel"))))
                    .isInstanceOfSatisfying(
                            InvalidSettings.class, e -> assertThat(e.errors()).containsOnlyKeys(Settings.NAME, "port"));
            assertThat(platform.count("core_setting")).isZero();
            assertThat(fixture.recorded).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ofManyWhoMakeTheSameOneGetsThrough(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Settings settings = fixture.on(platform, NONE);
            ExecutorService pool = Executors.newFixedThreadPool(4);
            List<Callable<Boolean>> makers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String port = String.valueOf(1_000 + i);
                makers.add(() -> {
                    try {
                        settings.create(ADMINISTRATOR, FACTORY, "sued", Map.of("port", List.of(port)));
                        return true;
                    } catch (InvalidSettings e) {
                        assertThat(e.errors()).containsOnlyKeys(Settings.NAME);
                        return false;
                    }
                });
            }
            int through = 0;
            for (Future<Boolean> maker : pool.invokeAll(makers)) {
                through += maker.get() ? 1 : 0;
            }
            pool.shutdown();

            assertThat(through).isEqualTo(1);
            assertThat(settings.changes(ADMINISTRATOR, SOUTH)).hasSize(1);
        }
    }

    @Test
    void whatGivesAccessToMoreTakesThatPermissionToo() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);
            Caller reader = SettingsFixture.caller(Settings.PERMISSION, "trail.read");
            String pid = settings.create(reader, SettingsFixture.GUARDED, "siem", VALUES);
            Map<String, List<String>> elsewhere = Map.of("port", List.of("26"));

            assertForbidden(() -> settings.create(ADMINISTRATOR, SettingsFixture.GUARDED, "meiner", VALUES));
            assertForbidden(() -> settings.change(ADMINISTRATOR, pid, 1, elsewhere));
            assertForbidden(() -> settings.takeBack(ADMINISTRATOR, pid, 1, 1));
            assertForbidden(() -> settings.delete(ADMINISTRATOR, pid, 1));
            assertThat(settings.find(ADMINISTRATOR, pid, Locale.GERMAN)).isPresent();
            for (String which : List.of(SettingsFixture.GUARDED, pid)) {
                assertThat(settings.objection(ADMINISTRATOR, which).map(Text::german))
                        .get()
                        .asString()
                        .contains("trail.read");
                assertThat(settings.objection(reader, which)).isEmpty();
            }
            assertThat(settings.objection(ADMINISTRATOR, FACTORY)).isEmpty();
            assertThat(fixture.recorded).hasSize(1);

            assertThat(settings.delete(reader, pid, settings.change(reader, pid, 1, elsewhere)))
                    .isEqualTo(3);
        }
    }

    @Test
    void whatWouldGiveAnyPermissionIsChangedByThoseOnlyWhoHaveAll() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);
            Caller nearly = SettingsFixture.caller(Settings.PERMISSION, "identity.grants", "trail.read");

            assertForbidden(
                    () -> settings.create(nearly, SettingsFixture.SIGN_IN, "meiner", VALUES), "alle Berechtigungen");

            assertThat(settings.create(SettingsFixture.caller(Grant.ALL), SettingsFixture.SIGN_IN, "haus", VALUES))
                    .endsWith("~haus");
        }
    }

    private static void assertForbidden(ThrowingCallable call) {
        assertForbidden(call, "trail.read");
    }

    private static void assertForbidden(ThrowingCallable call, String reason) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().kind()).isEqualTo(Problem.Kind.FORBIDDEN);
            assertThat(e.problem().detail().german()).contains(reason);
        });
    }

    @Test
    void thereIsALimitToHowMany() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);
            for (int i = 0; i < Settings.MOST_CONFIGURATIONS; i++) {
                settings.create(ADMINISTRATOR, FACTORY, "r" + i, Map.of());
            }

            assertThatThrownBy(() -> settings.create(ADMINISTRATOR, FACTORY, "sued", Map.of()))
                    .isInstanceOfSatisfying(
                            InvalidSettings.class,
                            e -> assertThat(e.errors().get(Settings.NAME).german())
                                    .contains("50"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void oneIsDeletedAndBroughtBackWithoutItsSecrets(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Settings settings = fixture.on(platform, NONE);
            settings.create(ADMINISTRATOR, FACTORY, "sued", VALUES);

            long number = settings.delete(ADMINISTRATOR, SOUTH, 1);

            assertThat(settings.find(ADMINISTRATOR, SOUTH, Locale.GERMAN)).isEmpty();
            assertThat(platform.count("core_setting")).isZero();
            assertThat(factory(settings).configurations()).isEmpty();
            assertThat(factory(settings).deletions())
                    .containsExactly(new SettingFactory.Deletion(SOUTH, "sued", number, NOW));

            settings.takeBack(ADMINISTRATOR, SOUTH, number, number);

            assertThat(setting(settings, "port").values()).containsExactly("587");
            assertThat(setting(settings, "password").source()).isEqualTo(Setting.Source.DEFAULT);
            assertThat(factory(settings).deletions()).isEmpty();
            assertThat(fixture.announced).containsExactly(SOUTH, SOUTH, SOUTH);
            assertThat(fixture.recorded)
                    .extracting(event -> event.action())
                    .containsExactly("settings.created", "settings.deleted", "settings.created");
            assertThat(fixture.recorded.get(1).details())
                    .containsEntry("port.before", "587")
                    .containsEntry("password", "changed");
            assertThat(fixture.recorded.get(2).details()).containsEntry("takenBack", "2");
            assertThat(fixture.recorded.toString()).doesNotContain("geheim");
            assertThat(platform.number(
                            "select count(*) from core_setting_change where properties_before like '%geheim%'"
                                    + " or properties_after like '%geheim%' or secrets like '%geheim%'"))
                    .isZero();
        }
    }

    @Test
    void aNameMayBeUsedAgainAndItsHistoryGoesOn() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);
            settings.create(ADMINISTRATOR, FACTORY, "sued", VALUES);
            settings.delete(ADMINISTRATOR, SOUTH, 1);

            settings.create(ADMINISTRATOR, FACTORY, "sued", Map.of("port", List.of("465")));

            assertThat(group(settings).revision()).isEqualTo(3);
            isRefused(Problem.Kind.PRECONDITION_FAILED, () -> settings.delete(ADMINISTRATOR, SOUTH, 1));
            isRefused(Problem.Kind.CONFLICT, () -> settings.takeBack(ADMINISTRATOR, SOUTH, 3, 3));
            settings.takeBack(ADMINISTRATOR, SOUTH, 2, 3);
            assertThat(setting(settings, "port").values()).containsExactly("587");
        }
    }

    @Test
    void theSecondEditorIsToldAndWhatIsGoneIsNotChanged() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);
            settings.create(ADMINISTRATOR, FACTORY, "sued", VALUES);
            settings.change(ADMINISTRATOR, SOUTH, 1, Map.of("port", List.of("465")));

            isRefused(
                    Problem.Kind.PRECONDITION_FAILED,
                    () -> settings.change(ADMINISTRATOR, SOUTH, 1, Map.of("port", List.of("26"))));
            isRefused(Problem.Kind.PRECONDITION_FAILED, () -> settings.delete(ADMINISTRATOR, SOUTH, 1));
            settings.delete(ADMINISTRATOR, SOUTH, 2);
            isRefused(
                    Problem.Kind.NOT_FOUND,
                    () -> settings.change(ADMINISTRATOR, SOUTH, 3, Map.of("port", List.of("26"))));
            isRefused(Problem.Kind.NOT_FOUND, () -> settings.delete(ADMINISTRATOR, SOUTH, 3));
        }
    }

    @Test
    void whatFileOrEnvironmentDetermineIsShownNotDeletedAndItsRestMayBeSet() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Map<String, Map<String, String>> file = Map.of(SOUTH, Map.of("port", "587"));
            Settings settings = fixture.on(platform, new Overrides(file, Map.of()));

            assertThat(factory(settings).configurations())
                    .containsExactly(new SettingFactory.Configuration(SOUTH, "sued", Setting.Source.FILE));
            assertThat(setting(settings, "port").source()).isEqualTo(Setting.Source.FILE);
            assertThatThrownBy(() -> settings.create(ADMINISTRATOR, FACTORY, "sued", Map.of()))
                    .isInstanceOf(InvalidSettings.class);
            assertThatThrownBy(() -> settings.change(ADMINISTRATOR, SOUTH, 0, Map.of("port", List.of("26"))))
                    .isInstanceOf(InvalidSettings.class);
            isRefused(Problem.Kind.CONFLICT, () -> settings.delete(ADMINISTRATOR, SOUTH, 0));

            settings.change(ADMINISTRATOR, SOUTH, 0, Map.of("hosts", List.of("a")));
            assertThat(settings.changes(ADMINISTRATOR, SOUTH))
                    .extracting(SettingChange::kind)
                    .containsExactly(SettingChange.Kind.CHANGED);
            settings.takeBack(ADMINISTRATOR, SOUTH, 1, 1);
            assertThat(platform.count("core_setting")).isZero();

            // Nothing of it is left when the file does not name it any more.
            assertThat(factory(fixture.on(platform, NONE)))
                    .satisfies(later -> assertThat(later.configurations()).isEmpty())
                    .satisfies(later -> assertThat(later.deletions()).isEmpty());
        }
    }

    @Test
    void onlyTheLastDeletionsAreKept() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);
            for (int i = 0; i < 23; i++) {
                String pid = settings.create(ADMINISTRATOR, FACTORY, "r" + i, Map.of("port", List.of("587")));
                settings.delete(ADMINISTRATOR, pid, 1);
            }

            assertThat(factory(settings).deletions()).hasSize(20);
            assertThat(platform.number("select count(distinct pid) from core_setting_change"))
                    .isEqualTo(20);
        }
    }

    @Test
    void anotherFactoryWhoseNameBeginsLikeItIsAnother() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);
            platform.execute("insert into core_setting (pid, properties) values ('deXkreiswerk.relay~x', '')");
            platform.execute("insert into core_setting (pid, properties) values ('de.kreiswerk.relay.more~x', '')");

            assertThat(factory(settings).configurations()).isEmpty();
            assertThat(settings.find(ADMINISTRATOR, "de.kreiswerk.relay.more~x", Locale.GERMAN))
                    .isEmpty();
        }
    }

    @Test
    void withoutThePermissionNothingIsReadOrChanged() {
        try (TestPlatform platform = TestPlatform.on(Engine.H2)) {
            Settings settings = fixture.on(platform, NONE);
            settings.create(ADMINISTRATOR, FACTORY, "sued", VALUES);
            Caller other = SettingsFixture.caller("identity.read");

            for (Runnable attempt : List.<Runnable>of(
                    () -> settings.factories(other, Locale.GERMAN),
                    () -> settings.factory(other, FACTORY, Locale.GERMAN),
                    () -> settings.find(other, SOUTH, Locale.GERMAN),
                    () -> settings.create(other, FACTORY, "nord", Map.of()),
                    () -> settings.delete(other, SOUTH, 1))) {
                isRefused(Problem.Kind.FORBIDDEN, attempt);
            }
            assertThat(factory(settings).configurations()).hasSize(1);
        }
    }

    private static void isRefused(Problem.Kind kind, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(kind));
    }

    private static SettingFactory factory(Settings settings) {
        return settings.factory(ADMINISTRATOR, FACTORY, Locale.GERMAN).orElseThrow();
    }

    private static SettingGroup group(Settings settings) {
        return settings.find(ADMINISTRATOR, SOUTH, Locale.GERMAN).orElseThrow();
    }

    private static Setting setting(Settings settings, String key) {
        return group(settings).settings().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
