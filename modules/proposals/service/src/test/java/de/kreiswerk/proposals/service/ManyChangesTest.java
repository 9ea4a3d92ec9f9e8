package de.kreiswerk.proposals.service;

import static de.kreiswerk.proposals.service.Councils.ON_THE_DAY;
import static de.kreiswerk.proposals.service.Councils.PLANNED;
import static de.kreiswerk.proposals.service.Councils.committee;
import static de.kreiswerk.proposals.service.TestPlatform.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.CouncilOffice.AgendaItemEntry;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperDocument.PlannedConsultation;
import de.kreiswerk.proposals.api.PaperDocument.Role;
import de.kreiswerk.proposals.api.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After any number of changes in any order, what is public is whole, nothing else is, and publishing it again is no change. */
class ManyChangesTest {

    private static final String CANARY = "Kanarienvogel";
    private static final List<String> COMMITTEES = List.of("Kreistag", "Kreisausschuss", "Bauausschuss");

    private final List<String> papers = new ArrayList<>();
    private final List<Council.Meeting> meetings = new ArrayList<>();
    private int words;

    @ParameterizedTest
    @CsvSource({"H2, 1", "H2, 2", "H2, 3", "POSTGRESQL, 4"})
    void theOrderOfChangesDoesNotMatter(Engine engine, long seed) {
        Random random = new Random(seed);
        try (TestPlatform platform = new TestPlatform(engine)) {
            for (int i = 0; i < 150; i++) {
                try {
                    change(platform, random);
                } catch (ProblemException refused) {
                    // A change that a rule forbids just now is none.
                }
                if (i % 25 == 24) {
                    PublicWorld.of(platform).mustBeWhole().mustNotHold(CANARY);
                }
            }
            PublicWorld before = PublicWorld.of(platform);
            publishAllAgain(platform);
            assertThat(PublicWorld.of(platform).objects().values())
                    .extracting(PublicObject::path, PublicObject::revision, PublicObject::content)
                    .containsExactlyElementsOf(before.objects().values().stream()
                            .map(object -> org.assertj.core.groups.Tuple.tuple(
                                    object.path(), object.revision(), object.content()))
                            .toList());
        }
    }

    private void change(TestPlatform platform, Random random) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                Paper paper = platform.papers
                        .importText(
                                OPERATOR,
                                platform.text(
                                        "text " + words++, document(random).build()),
                                random.nextInt(4) > 0)
                        .paper();
                papers.add(paper.id());
            }
            case 3 ->
                meetings.add(platform.office.schedule(
                        OPERATOR, meeting(platform, random).entry()));
            case 4 -> {
                Council.Meeting meeting = any(meetings, random);
                platform.office.changeMeeting(
                        OPERATOR,
                        meeting.id(),
                        Meetings.of(meeting.organizationId(), ON_THE_DAY.plusSeconds(86_400L * random.nextInt(3)))
                                .visible(visibility(random))
                                .named(CANARY)
                                .named("Sitzung " + random.nextInt(3))
                                .at(random.nextBoolean() ? null : "Raum " + random.nextInt(2))
                                .entry(),
                        null);
            }
            case 5, 6 -> replaceAgenda(platform, any(meetings, random), random);
            default -> {
                switch (random.nextInt(4)) {
                    case 0 ->
                        platform.office.withdrawMeeting(
                                OPERATOR, any(meetings, random).id(), null);
                    case 1 -> platform.papers.withdraw(OPERATOR, any(papers, random), null);
                    case 2 -> platform.papers.publish(OPERATOR, any(papers, random), null);
                    default ->
                        platform.papers.renumber(
                                OPERATOR, any(papers, random), "2026/" + (100 + random.nextInt(50)), null);
                }
            }
        }
    }

    private void replaceAgenda(TestPlatform platform, Council.Meeting meeting, Random random) {
        List<AgendaItemEntry> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Visibility visibility = visibility(random);
            items.add(new AgendaItemEntry(
                    null,
                    null,
                    visibility == Visibility.PUBLIC ? "Punkt " + random.nextInt(3) : CANARY,
                    visibility,
                    null,
                    random.nextBoolean() ? null : any(papers, random),
                    random.nextBoolean() ? null : visibility == Visibility.PUBLIC ? "beschlossen" : CANARY,
                    null));
        }
        platform.office.replaceAgenda(OPERATOR, meeting.id(), items, null);
    }

    private static Documents document(Random random) {
        int number = random.nextInt(10);
        PlannedConsultation[] rows = new PlannedConsultation[random.nextInt(4)];
        for (int i = 0; i < rows.length; i++) {
            Visibility visibility = visibility(random);
            rows[i] = new PlannedConsultation(
                    any(COMMITTEES, random),
                    random.nextBoolean() ? Role.DECISION : Role.CONSULTATION,
                    null,
                    PLANNED.plusDays(random.nextInt(3)),
                    null,
                    visibility,
                    null,
                    random.nextInt(3) > 0 ? null : visibility == Visibility.PUBLIC ? "beschlossen" : CANARY,
                    null);
        }
        return Documents.of("2026/" + number)
                .named("Titel " + random.nextInt(5))
                .visible(random.nextInt(5) == 0 ? Visibility.NON_PUBLIC : Visibility.PUBLIC)
                .consulted(rows);
    }

    private static Meetings meeting(TestPlatform platform, Random random) {
        Visibility visibility = visibility(random);
        return Meetings.of(
                        committee(platform, any(COMMITTEES, random)),
                        ON_THE_DAY.plusSeconds(86_400L * random.nextInt(3)))
                .visible(visibility)
                .named(visibility == Visibility.PUBLIC ? "Sitzung" : CANARY)
                .at(visibility == Visibility.PUBLIC ? "Raum " + random.nextInt(2) : CANARY);
    }

    private static void publishAllAgain(TestPlatform platform) {
        Publishers publishers = new Publishers(platform.publication, new Json());
        platform.database.transactions.call(tx -> {
            PaperStore store = new PaperStore(tx, new Json());
            store.em()
                    .createQuery("select p from Paper p where p.state = :published", PaperEntity.class)
                    .setParameter("published", Paper.State.PUBLISHED)
                    .getResultList()
                    .forEach(paper -> publishers.papers().publish(store, paper));
            store.em()
                    .createQuery("select m from Meeting m", MeetingEntity.class)
                    .getResultList()
                    .forEach(meeting -> publishers.meetings().publish(store, meeting));
            return null;
        });
    }

    private static Visibility visibility(Random random) {
        return random.nextInt(3) == 0 ? Visibility.NON_PUBLIC : Visibility.PUBLIC;
    }

    private static <T> T any(List<T> all, Random random) {
        if (all.isEmpty()) {
            throw new ProblemException(
                    de.kreiswerk.core.api.problem.Problem.Kind.NOT_FOUND,
                    "none",
                    de.kreiswerk.core.api.text.Text.same("none"),
                    de.kreiswerk.core.api.text.Text.same("none"));
        }
        return all.get(random.nextInt(all.size()));
    }
}
