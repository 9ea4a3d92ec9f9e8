package de.kreiswerk.proposals.service;

import static de.kreiswerk.proposals.service.Councils.A_WEEK_LATER;
import static de.kreiswerk.proposals.service.Councils.ON_THE_DAY;
import static de.kreiswerk.proposals.service.Councils.PLANNED;
import static de.kreiswerk.proposals.service.Councils.organization;
import static de.kreiswerk.proposals.service.Councils.schedule;
import static de.kreiswerk.proposals.service.TestPlatform.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.CouncilOffice.AgendaItemEntry;
import de.kreiswerk.proposals.api.CouncilOffice.MembershipEntry;
import de.kreiswerk.proposals.api.CouncilOffice.PersonEntry;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import de.kreiswerk.proposals.api.Visibility;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two councils do the same in public, and one of them has secrets beside it. Outside they are the same: as many rows of the public read
 * model, with the same content, revisions, lists, addresses and times. Pages, feeds, OParl and their entity tags are made of these
 * rows and of nothing else.
 */
class WithoutSecretsTest {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void secretsLeaveNoTraceOutside(Engine engine) {
        List<String> open;
        List<String> discreet;
        try (TestPlatform platform = new TestPlatform(engine)) {
            open = new Life(platform, false).seen();
        }
        try (TestPlatform platform = new TestPlatform(engine)) {
            discreet = new Life(platform, true).seen();
            assertThat(platform.count("paper")).as("there are secrets").isGreaterThan(20);
        }
        assertThat(discreet).containsExactlyElementsOf(open);
        assertThat(open).hasSizeGreaterThan(30);
    }

    /** What a council does. Each step has a moment of its own, so that one can tell from a time what happened then. */
    private static final class Life {

        private final TestPlatform platform;
        private final boolean secrets;
        /** When each step in public began. Steps aside have a name, too. */
        private final Map<Instant, String> moments = new HashMap<>();

        private final Council.Organization kreistag;
        private final Paper paper;
        private int steps;
        private int hidden;

        Life(TestPlatform platform, boolean secrets) {
            this.platform = platform;
            this.secrets = secrets;
            this.kreistag = inPublic(() -> organization(platform, "Kreistag", "Gremium"));
            inPublic(() -> organization(platform, "Bauausschuss", "Gremium"));
            Council.Meeting first = inPublic(() ->
                    schedule(platform, Meetings.of(kreistag.id(), ON_THE_DAY).at("Kreishaus")));
            this.paper = inPublic(() -> platform.published("one", document("2026/1")));
            inPublic(() -> platform.attach(paper, 1, "plan.txt", "Plan"));
            aside(() -> platform.attach(paper, 2, "geheim.txt", "Geheim"));
            inPublic(() -> agenda(first, "beschlossen"));
            Paper other = inPublic(() -> platform.published(
                    "two",
                    Documents.of("2026/2")
                            .ledBy("Fachdienst Umwelt")
                            .consulted(Documents.row("Naturschutzbeirat", PLANNED, Visibility.PUBLIC))));
            Council.Person person =
                    inPublic(() -> platform.office.addPerson(OPERATOR, new PersonEntry("Muster", "Clara", List.of())));
            inPublic(() -> platform.office.addMembership(
                    OPERATOR, new MembershipEntry(person.id(), kreistag.id(), "Vorsitz", true, null, null, null)));
            inPublic(() -> schedule(
                    platform,
                    Meetings.of(kreistag.id(), ON_THE_DAY.plusSeconds(3_600)).at("Kreishaus")));
            inPublic(() -> schedule(
                    platform,
                    Meetings.of(kreistag.id(), ON_THE_DAY.plusSeconds(7_200)).at("Kleiner Saal")));
            inPublic(() -> organization(platform, "Fraktion A", "Fraktion"));
            inPublic(() -> platform.published("one, changed", document("2026/1").named("Anders")));
            inPublic(() -> platform.office.changeMeeting(
                    OPERATOR,
                    first.id(),
                    Meetings.of(kreistag.id(), A_WEEK_LATER).at("Kreishaus").entry(),
                    null));
            inPublic(() -> agenda(first, "vertagt"));
            inPublic(() -> platform.papers.renumber(OPERATOR, paper.id(), "2026/3", null));
            inPublic(() -> platform.papers.withdraw(OPERATOR, other.id(), null));
            inPublic(() -> platform.papers.publish(OPERATOR, other.id(), null));
            inPublic(() -> platform.papers.withdraw(OPERATOR, other.id(), null));
        }

        private interface Step<T> {
            T take();
        }

        private <T> T inPublic(Step<T> step) {
            T result = during("step " + steps++, step);
            if (secrets && kreistag != null) {
                aside(this::keepSecrets);
            }
            return result;
        }

        private void aside(Runnable secret) {
            if (secrets) {
                during("aside", () -> {
                    secret.run();
                    return null;
                });
            }
        }

        private <T> T during(String name, Step<T> step) {
            Instant begin = nextMillisecond();
            T result = step.take();
            Instant end = nextMillisecond();
            for (Instant moment = begin; moment.isBefore(end); moment = moment.plusMillis(1)) {
                moments.put(moment, name);
            }
            return result;
        }

        private static Instant nextMillisecond() {
            Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            Instant now = begin;
            while (!now.isAfter(begin)) {
                now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            }
            return now;
        }

        private Documents document(String reference) {
            return Documents.of(reference)
                    .consulted(
                            Documents.row("Kreistag", PLANNED, Visibility.NON_PUBLIC),
                            Documents.row("Kreistag", PLANNED, Visibility.PUBLIC))
                    .attached(
                            secrets
                                    ? new NamedAttachment[] {
                                        Documents.attachment(1, Visibility.PUBLIC),
                                        Documents.attachment(2, Visibility.NON_PUBLIC)
                                    }
                                    : new NamedAttachment[] {Documents.attachment(1, Visibility.PUBLIC)});
        }

        private Council.Agenda agenda(Council.Meeting meeting, String result) {
            List<AgendaItemEntry> items = new ArrayList<>();
            for (String name : List.of("Eröffnung", "Bänke")) {
                if (secrets) {
                    items.add(item("Geheim vor " + name, Visibility.NON_PUBLIC, null, "geheim beschlossen"));
                }
                items.add(item(name, Visibility.PUBLIC, name.equals("Bänke") ? paper.id() : null, result));
            }
            return platform.office.replaceAgenda(OPERATOR, meeting.id(), items, null);
        }

        private static AgendaItemEntry item(String name, Visibility visibility, String paperId, String result) {
            return new AgendaItemEntry(null, null, name, visibility, null, paperId, result, null);
        }

        /** All of them have to do with what is public: its names, its days, its places. */
        private void keepSecrets() {
            int number = 900 + hidden++;
            platform.take(
                    "draft " + number,
                    Documents.of("2026/" + number)
                            .ledBy("Fachdienst Umwelt")
                            .consulted(
                                    Documents.row("Kreistag", PLANNED, Visibility.PUBLIC),
                                    Documents.row("Naturschutzbeirat", PLANNED, Visibility.PUBLIC),
                                    Documents.row("Fraktion A", PLANNED, Visibility.PUBLIC)));
            platform.published(
                    "non-public " + number,
                    Documents.of("2027/" + number)
                            .visible(Visibility.NON_PUBLIC)
                            .ledBy("Fachdienst Geheim " + number)
                            .consulted(
                                    Documents.row("Kreistag", PLANNED, Visibility.PUBLIC),
                                    Documents.row("Geheimrat " + number, PLANNED, Visibility.PUBLIC)));
            Council.Meeting meeting = schedule(
                    platform,
                    Meetings.of(kreistag.id(), number % 2 == 0 ? ON_THE_DAY : A_WEEK_LATER)
                            .named("Geheim")
                            .at(number % 2 == 0 ? "Kleiner Saal" : "Kreishaus")
                            .visible(Visibility.NON_PUBLIC));
            platform.office.replaceAgenda(
                    OPERATOR,
                    meeting.id(),
                    List.of(
                            item("Geheim", Visibility.PUBLIC, paper == null ? null : paper.id(), "geheim"),
                            item("Geheimer", Visibility.NON_PUBLIC, null, null)),
                    null);
            Council.Person person =
                    platform.office.addPerson(OPERATOR, new PersonEntry("Geheim " + number, null, List.of()));
            platform.office.removePerson(OPERATOR, person.id(), null);
        }

        /** Every row of the public read model; ids by what they stand for, times by what happened then. */
        List<String> seen() {
            Map<String, String> names = new HashMap<>();
            for (String row : rows("select path, type, content from public_object")) {
                names.put(id(row), withoutIds(row));
            }
            List<String> seen = new ArrayList<>();
            for (String table : List.of(
                    "select path, type, address, revision, created, modified, deleted, content, words from public_object",
                    "select list, sort_key, path from public_list",
                    "select address, path from public_address",
                    "select path, form, revision, deleted, created, modified from public_formed")) {
                rows(table).forEach(row -> seen.add(timed(named(row, names))));
            }
            return seen.stream().sorted().toList();
        }

        private List<String> rows(String sql) {
            return platform.database.transactions.call(tx -> {
                try (Statement statement = tx.connection().createStatement();
                        ResultSet row = statement.executeQuery(sql)) {
                    List<String> rows = new ArrayList<>();
                    while (row.next()) {
                        StringBuilder values = new StringBuilder();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            boolean time = row.getMetaData().getColumnType(i) == java.sql.Types.TIMESTAMP
                                    || row.getMetaData().getColumnType(i) == java.sql.Types.TIMESTAMP_WITH_TIMEZONE;
                            values.append('|').append(time ? row.getTimestamp(i).toInstant() : row.getString(i));
                        }
                        rows.add(values.toString());
                    }
                    return rows;
                }
            });
        }

        private static String id(String row) {
            return ID.matcher(row).results().findFirst().map(MatchResult::group).orElseThrow();
        }

        private String withoutIds(String row) {
            return timed(ID.matcher(row).replaceAll("#"));
        }

        private static String named(String row, Map<String, String> names) {
            return ID.matcher(row)
                    .replaceAll(id -> Integer.toHexString(
                            names.getOrDefault(id.group(), "nothing public").hashCode()));
        }

        /** A time of the council's own, such as the start of a meeting, stays. */
        private String timed(String row) {
            return Pattern.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z")
                    .matcher(row)
                    .replaceAll(time -> moments.getOrDefault(
                            Instant.parse(time.group()).truncatedTo(ChronoUnit.MILLIS), time.group()));
        }
    }
}
