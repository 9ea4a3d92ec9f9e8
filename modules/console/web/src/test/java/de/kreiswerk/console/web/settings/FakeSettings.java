package de.kreiswerk.console.web.settings;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.settings.Setting;
import de.kreiswerk.core.api.settings.SettingChange;
import de.kreiswerk.core.api.settings.SettingFactory;
import de.kreiswerk.core.api.settings.SettingGroup;
import de.kreiswerk.core.api.settings.Settings;
import de.kreiswerk.core.api.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Settings of a component, and of another one of which there are two. */
final class FakeSettings implements Settings {

    static final String PID = "de.kreiswerk.mail";
    static final String FACTORY = "de.kreiswerk.relay";
    static final String SOUTH = FACTORY + "~sued";
    static final String NORTH = FACTORY + "~nord";

    ProblemException failure;
    Text reserved;
    long expected;
    Map<String, List<String>> changed;
    long takenBack;
    String created;
    String deleted;

    private static SettingGroup mail() {
        return new SettingGroup(
                PID,
                "Mail",
                "Wie E-Mail versandt wird",
                true,
                3,
                List.of(
                        setting("port", Setting.Type.WHOLE_NUMBER, false, false, List.of("25"), List.of("587")),
                        setting(
                                "hosts",
                                Setting.Type.TEXT,
                                true,
                                false,
                                List.of(),
                                List.of("a.example.de", "b.example.de")),
                        setting("password", Setting.Type.TEXT, false, true, List.of(), List.of()),
                        new Setting(
                                "when",
                                "when",
                                "",
                                Setting.Type.TEXT,
                                false,
                                false,
                                List.of(new Setting.Option("sofort", "Sofort")),
                                List.of("sofort"),
                                List.of("sofort"),
                                Setting.Source.DEFAULT),
                        setting("tls", Setting.Type.YES_NO, false, false, List.of("true"), List.of("true")),
                        new Setting(
                                "sender",
                                "sender",
                                "",
                                Setting.Type.TEXT,
                                false,
                                false,
                                List.of(),
                                List.of(),
                                List.of("post@example.de"),
                                Setting.Source.ENVIRONMENT)));
    }

    private static Setting setting(
            String key, Setting.Type type, boolean list, boolean secret, List<String> defaults, List<String> values) {
        return new Setting(key, key, "", type, list, secret, List.of(), defaults, values, Setting.Source.DATABASE);
    }

    @Override
    public List<SettingGroup> groups(Caller caller, Locale language) {
        return List.of(mail(), new SettingGroup("org.jetty", "Jetty", "", false, 0, List.of()));
    }

    @Override
    public Optional<SettingGroup> find(Caller caller, String pid, Locale language) {
        return Stream.of(mail(), relay(SOUTH), relay(NORTH))
                .filter(group -> group.pid().equals(pid) && !pid.equals(deleted))
                .findFirst();
    }

    @Override
    public Optional<Text> objection(Caller caller, String pid) {
        return Optional.ofNullable(reserved);
    }

    @Override
    public List<SettingChange> changes(Caller caller, String pid) {
        return List.of(new SettingChange(
                2,
                Instant.EPOCH,
                pid.equals(PID) ? SettingChange.Kind.CHANGED : SettingChange.Kind.CREATED,
                List.of(
                        new SettingChange.Difference("port", false, List.of(), List.of("587")),
                        new SettingChange.Difference("password", true, List.of(), List.of()))));
    }

    @Override
    public long change(Caller caller, String pid, long revision, Map<String, List<String>> values) {
        if (failure != null) {
            throw failure;
        }
        expected = revision;
        changed = values;
        return revision + 1;
    }

    @Override
    public long takeBack(Caller caller, String pid, long number, long revision) {
        if (failure != null) {
            throw failure;
        }
        takenBack = number;
        return revision + 1;
    }

    private static SettingGroup relay(String pid) {
        return new SettingGroup(pid, "Relais", "Wohin E-Mail geht", true, 3, mail().settings());
    }

    @Override
    public List<SettingFactory> factories(Caller caller, Locale language) {
        return List.of(
                new SettingFactory(
                        FACTORY,
                        "Relais",
                        "Wohin E-Mail geht",
                        true,
                        mail().settings(),
                        List.of(
                                new SettingFactory.Configuration(NORTH, "nord", Setting.Source.FILE),
                                new SettingFactory.Configuration(SOUTH, "sued", Setting.Source.DATABASE)),
                        List.of(new SettingFactory.Deletion(FACTORY + "~west", "west", 7, Instant.EPOCH))),
                new SettingFactory("org.several", "Several", "", false, List.of(), List.of(), List.of()));
    }

    @Override
    public Optional<SettingFactory> factory(Caller caller, String pid, Locale language) {
        return factories(caller, language).stream()
                .filter(factory -> factory.pid().equals(pid))
                .findFirst();
    }

    @Override
    public String create(Caller caller, String factory, String name, Map<String, List<String>> values) {
        if (failure != null) {
            throw failure;
        }
        created = name;
        changed = values;
        return factory + "~" + name;
    }

    @Override
    public long delete(Caller caller, String pid, long revision) {
        if (failure != null) {
            throw failure;
        }
        expected = revision;
        deleted = pid;
        return revision + 1;
    }
}
