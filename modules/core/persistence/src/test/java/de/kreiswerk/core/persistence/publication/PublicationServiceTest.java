package de.kreiswerk.core.persistence.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.publication.Publication.Address;
import de.kreiswerk.core.api.publication.PublicationListener;
import de.kreiswerk.core.api.publication.Snapshot;
import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestClock;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicationServiceTest {

    private static final Instant CREATED = Instant.parse("2026-05-01T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00.123Z");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsPublishedIsFoundByItsPath(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);

            publish(platform, publication, paper("1", "/vorlagen/2026-127", "{\"name\":\"Straße 🚲\"}"));

            assertThat(publication.find("/paper/1"))
                    .contains(new PublicObject(
                            "/paper/1",
                            "Paper",
                            "/vorlagen/2026-127",
                            null,
                            1,
                            CREATED,
                            NOW,
                            false,
                            "{\"name\":\"Straße 🚲\"}"));
            assertThat(publication.find("/paper/2")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void publishingAgainReplacesAndCounts(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            publish(platform, publication, paper("1", "/vorlagen/a", "{\"v\":1}"));
            publish(platform, publication, paper("1", "/vorlagen/a", "{\"v\":2}"));

            PublicObject found = publication.find("/paper/1").orElseThrow();
            assertThat(found.revision()).isEqualTo(2);
            assertThat(found.content()).isEqualTo("{\"v\":2}");
            assertThat(publication.list(PublicQuery.of("paper", 10))).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void severalAtOnceAreNewChangedOrUnchangedEachForItself(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            publish(platform, publication, paper("1", "/vorlagen/a", "{\"v\":1}"));
            publish(platform, publication, paper("2", "/vorlagen/b", "{\"v\":1}"));
            publish(platform, publication, paper("3", "/vorlagen/c", "{\"v\":1}"));
            withdraw(platform, publication, "/paper/3");
            List<Snapshot> snapshots = List.of(
                    paper("4", "/vorlagen/d", "{\"v\":1}"),
                    paper("3", "/vorlagen/c", "{\"v\":1}"),
                    paper("2", "/vorlagen/b", "{\"v\":2}"),
                    paper("1", "/vorlagen/a", "{\"v\":1}"));

            List<PublicObject> published = platform.transactions.call(tx -> publication.publishAll(snapshots));

            assertThat(published)
                    .extracting(PublicObject::path, PublicObject::revision)
                    .containsExactly(
                            tuple("/paper/4", 1L), tuple("/paper/3", 3L), tuple("/paper/2", 2L), tuple("/paper/1", 1L));
            for (PublicObject object : published) {
                assertThat(publication.find(object.path())).contains(object);
            }
            assertThat(publication.list(PublicQuery.of("paper", 10))).hasSize(4);
            assertThat(publication.resolve("/vorlagen/d")).isPresent();
            assertThat(platform.transactions.<List<PublicObject>>call(tx -> publication.publishAll(List.of())))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aWithdrawnObjectIsDeletedNotMissingAndHasNoContent(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            publish(platform, publication, paper("1", "/vorlagen/a", "{\"v\":1}"));

            withdraw(platform, publication, "/paper/1");

            PublicObject found = publication.find("/paper/1").orElseThrow();
            assertThat(found.deleted()).isTrue();
            assertThat(found.content()).isNull();
            assertThat(found.type()).isEqualTo("Paper");
            assertThat(found.created()).isEqualTo(CREATED);
            assertThat(found.modified()).isEqualTo(NOW);
            assertThat(found.revision()).isEqualTo(2);
            assertThat(publication.list(PublicQuery.of("paper", 10))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void withdrawingTwiceOrWhatWasNeverPublicChangesNothing(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            publish(platform, publication, paper("1", "/vorlagen/a", "{}"));

            withdraw(platform, publication, "/paper/1");
            withdraw(platform, publication, "/paper/1");
            withdraw(platform, publication, "/paper/2");

            assertThat(publication.find("/paper/1").orElseThrow().revision()).isEqualTo(2);
            assertThat(publication.find("/paper/2")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aWithdrawnObjectCanBePublishedAgain(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            publish(platform, publication, paper("1", "/vorlagen/a", "{\"v\":1}"));
            withdraw(platform, publication, "/paper/1");

            publish(platform, publication, paper("1", "/vorlagen/a", "{\"v\":2}"));

            PublicObject found = publication.find("/paper/1").orElseThrow();
            assertThat(found.deleted()).isFalse();
            assertThat(found.revision()).isEqualTo(3);
            assertThat(publication.list(PublicQuery.of("paper", 10))).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void publishingTheSameAgainIsNoChange(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            TestClock clock = new TestClock(NOW);
            Heard heard = new Heard();
            Publication publication =
                    new PublicationService(platform.transactions, heard.listeners(), new Forms(), clock);
            PublicObject first = publish(platform, publication, paper("1", "/vorlagen/a", "{\"v\":1}"));
            clock.set(NOW.plusSeconds(60));

            PublicObject again = publish(platform, publication, paper("1", "/vorlagen/a", "{\"v\":1}"));

            assertThat(again.revision()).isEqualTo(first.revision());
            assertThat(again.modified()).isEqualTo(NOW);
            assertThat(heard.paths).containsExactly("/paper/1");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aClockThatWasSetBackMakesNoChangeLookOlder(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            TestClock clock = new TestClock(NOW);
            Publication publication =
                    new PublicationService(platform.transactions, new Listeners(), new Forms(), clock);
            publish(platform, publication, paper("1", "/vorlagen/a", "{\"v\":1}"));
            clock.set(NOW.minusSeconds(3_600));

            assertThat(publish(platform, publication, paper("1", "/vorlagen/a", "{\"v\":2}"))
                            .modified())
                    .isEqualTo(NOW);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoAsksForChangesSinceGetsWithdrawnObjectsAndOthersDoNot(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            TestClock clock = new TestClock(NOW);
            Publication publication =
                    new PublicationService(platform.transactions, new Listeners(), new Forms(), clock);
            for (String id : List.of("a", "b", "c")) {
                publish(platform, publication, paper(id, "/vorlagen/" + id, "{}"));
            }
            clock.set(NOW.plusSeconds(60));
            withdraw(platform, publication, "/paper/b");
            publish(platform, publication, paper("c", "/vorlagen/c", "{\"v\":2}"));

            assertThat(publication.list(new PublicQuery(
                            "paper", Set.of(), null, false, 10, null, null, clock.instant(), null, true, null)))
                    .extracting(PublicObject::path)
                    .containsExactly("/paper/b", "/paper/c");
            assertThat(publication.list(new PublicQuery(
                            "paper", Set.of(), null, false, 10, null, null, null, clock.instant(), false, null)))
                    .extracting(PublicObject::path)
                    .containsExactly("/paper/a");
            assertThat(publication.list(new PublicQuery(
                            "paper", Set.of(), null, false, 10, CREATED.plusSeconds(1), null, null, null, true, null)))
                    .isEmpty();
        }
    }

    /** A few changes are looked up, many are read along the list: what is found is the same. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void changesAreFoundPageByPageWhetherFewOrMany(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            TestClock clock = new TestClock(NOW);
            Publication publication =
                    new PublicationService(platform.transactions, new Listeners(), new Forms(), clock);
            List<Snapshot> papers = new ArrayList<>();
            for (int number = 0; number < 1_000; number++) {
                papers.add(paper("%04d".formatted(number), "/vorlagen/" + number, "{}"));
            }
            platform.transactions.call(tx -> publication.publishAll(papers));
            assertThat(changed(publication, NOW, null)).hasSize(papers.size()).isSorted();

            clock.set(NOW.plusSeconds(60));
            for (String id : List.of("0700", "0001", "0300")) {
                publish(platform, publication, paper(id, "/vorlagen/" + id, "{\"v\":2}"));
            }
            withdraw(platform, publication, "/paper/0500");
            publish(platform, publication, new Snapshot("/file/1", "File", null, Map.of("file", "1"), NOW, "{}", null));
            clock.set(NOW.plusSeconds(120));
            publish(platform, publication, paper("0002", "/vorlagen/0002", "{\"v\":2}"));

            assertThat(changed(publication, NOW.plusSeconds(60), null))
                    .containsExactly("0001", "0002", "0300", "0500", "0700");
            assertThat(changed(publication, NOW.plusSeconds(60), NOW.plusSeconds(120)))
                    .containsExactly("0001", "0300", "0500", "0700");
            assertThat(changed(publication, NOW.plusSeconds(121), null)).isEmpty();
            assertThat(changed(publication, NOW, null)).hasSize(papers.size()).isSorted();
            assertThat(publication.list(new PublicQuery(
                            "paper", Set.of(), "0700", true, 2, null, null, NOW.plusSeconds(60), null, false, null)))
                    .extracting(PublicObject::key)
                    .containsExactly("0300", "0002");
        }
    }

    /** The keys of all pages. */
    private static List<String> changed(Publication publication, Instant since, Instant before) {
        List<String> keys = new ArrayList<>();
        PublicQuery query = new PublicQuery("paper", Set.of(), null, false, 2, null, null, since, before, true, null);
        if (since.equals(NOW)) {
            query = new PublicQuery("paper", Set.of(), null, false, 500, null, null, since, before, true, null);
        }
        for (List<PublicObject> page = publication.list(query); !page.isEmpty(); page = publication.list(query)) {
            page.forEach(object -> keys.add(object.key()));
            query = query.from(page.get(page.size() - 1).key());
        }
        return keys;
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aListIsNarrowedByFurtherListsAndByWords(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            publish(platform, publication, searchable("a", "2026", "Radweg an der Straße"));
            publish(platform, publication, searchable("b", "2026", "100 % Förderung"));
            publish(platform, publication, searchable("c", "2025", "radweg"));

            assertThat(publication.list(PublicQuery.of("paper", 10).where(Set.of("paper/year/2026"), "STRASSE radweg")))
                    .extracting(PublicObject::path)
                    .containsExactly("/paper/a");
            assertThat(publication.list(PublicQuery.of("paper", 10).where(Set.of(), "„Radweg\", Foerderung")))
                    .isEmpty();
            assertThat(publication.list(PublicQuery.of("paper", 10).where(Set.of(), "(100 %) Foerderung,")))
                    .extracting(PublicObject::path)
                    .containsExactly("/paper/b");
            assertThat(publication.list(PublicQuery.of("paper", 10).where(Set.of("paper/year/2026"), "STRAßE radweg")))
                    .extracting(PublicObject::path)
                    .containsExactly("/paper/a");
            assertThat(publication.list(
                            PublicQuery.of("paper", 10).newestFirst().where(Set.of(), "radweg")))
                    .extracting(PublicObject::path)
                    .containsExactly("/paper/c", "/paper/a");
            assertThat(publication.list(PublicQuery.of("paper", 10).where(Set.of(), "%")))
                    .extracting(PublicObject::path)
                    .containsExactly("/paper/b");
            assertThat(publication.list(PublicQuery.of("paper", 10).where(Set.of(), "\0")))
                    .isEmpty();
            withdraw(platform, publication, "/paper/b");
            assertThat(publication.list(new PublicQuery(
                            "paper", Set.of(), null, false, 10, null, null, null, null, true, "förderung")))
                    .isEmpty();
        }
    }

    /** A later version may make more words of the same content. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void otherWordsAreNoChangeForThoseWhoRead(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            Snapshot before = searchable("1", "2026", "Radweg");
            publish(platform, publication, before);
            PublicObject found = publication.find("/paper/1").orElseThrow();
            publish(
                    platform,
                    publication,
                    new Snapshot(
                            before.path(),
                            before.type(),
                            before.address(),
                            before.lists(),
                            before.created(),
                            before.content(),
                            "Radweg Lageplan"));

            assertThat(publication.list(PublicQuery.of("paper", 10).where(Set.of(), "lageplan")))
                    .hasSize(1);
            assertThat(publication.find("/paper/1")).contains(found);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void listsAreFoundByWhatTheirNamesBeginWith(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            publish(platform, publication, searchable("a", "2026", "x"));
            publish(platform, publication, searchable("b", "2026", "x"));
            publish(platform, publication, searchable("c", "2025", "x"));

            assertThat(publication.lists("paper/year/")).containsExactly("paper/year/2025", "paper/year/2026");
            assertThat(publication.lists("meeting/")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void listenersHearOfACommittedChangeAndOfNoOther(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Heard heard = new Heard();
            Publication publication = new PublicationService(
                    platform.transactions, heard.listeners(), new Forms(), Clock.fixed(NOW, ZoneOffset.UTC));
            catchThrowable(() -> platform.transactions.call(tx -> {
                publication.publish(paper("1", "/vorlagen/a", "{}"));
                throw new IllegalStateException("no");
            }));
            assertThat(heard.paths).isEmpty();

            publish(platform, publication, inLists(Map.of("meeting", "1", "upcoming", "1")));
            publish(platform, publication, inLists(Map.of("meeting", "1")));
            withdraw(platform, publication, "/meeting/1");

            assertThat(heard.paths).containsExactly("/meeting/1", "/meeting/1", "/meeting/1");
            assertThat(heard.lists).containsExactly("meeting", "upcoming", "meeting", "upcoming", "meeting");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatAnotherNodePublishedIsHeardOfOnce(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Heard heard = new Heard();
            Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
            Listeners here = heard.listeners();
            OtherNodes others = new OtherNodes(platform.transactions, here, clock);
            Publication there = on(platform);
            Publication own = new PublicationService(platform.transactions, here, new Forms(), clock);
            publish(platform, own, paper("1", "/vorlagen/1", "{}"));
            heard.paths.clear();

            publish(platform, there, paper("2", "/vorlagen/2", "{}"));
            others.look();
            others.look();
            assertThat(heard.paths).containsExactly("/paper/2");

            withdraw(platform, there, "/paper/2");
            others.look();
            assertThat(heard.paths).containsExactly("/paper/2", "/paper/2");
            assertThat(heard.lists).contains("paper");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void oldAddressesGoOnLeadingToTheObject(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            publish(platform, publication, paper("1", "/vorlagen/a", "{}"));
            publish(platform, publication, paper("1", "/vorlagen/b", "{}"));

            assertThat(publication.resolve("/vorlagen/a")).contains(new Address("/paper/1", "/vorlagen/b"));
            assertThat(publication.resolve("/vorlagen/b")).contains(new Address("/paper/1", "/vorlagen/b"));
            assertThat(publication.resolve("/vorlagen/c")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theAddressOfAWithdrawnObjectStillLeadsToIt(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            publish(platform, publication, paper("1", "/vorlagen/a", "{}"));
            withdraw(platform, publication, "/paper/1");

            assertThat(publication.resolve("/vorlagen/a")).contains(new Address("/paper/1", "/vorlagen/a"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aListIsReadByKeyPageByPageWithoutDeletedObjects(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            for (String id : List.of("c", "a", "e", "b", "d")) {
                publish(platform, publication, paper(id, "/vorlagen/" + id, "{}"));
            }
            withdraw(platform, publication, "/paper/c");

            List<String> keys = new ArrayList<>();
            String after = null;
            for (List<PublicObject> page =
                            publication.list(PublicQuery.of("paper", 2).from(after));
                    !page.isEmpty();
                    page = publication.list(PublicQuery.of("paper", 2).from(after))) {
                assertThat(page).hasSizeLessThanOrEqualTo(2);
                page.forEach(object -> keys.add(object.key()));
                after = keys.get(keys.size() - 1);
            }

            assertThat(keys).containsExactly("a", "b", "d", "e");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void meetingsAreListedByTheirStart(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            for (String key : List.of("2026-06-10T14:00:00Z|b", "2026-06-09T14:00:00Z|c", "2026-06-10T14:00:00Z|a")) {
                publish(
                        platform,
                        publication,
                        new Snapshot(
                                "/meeting/" + key.substring(key.length() - 1),
                                "Meeting",
                                null,
                                Map.of("meeting", key),
                                CREATED,
                                "{}",
                                null));
            }

            assertThat(publication.list(PublicQuery.of("meeting", 10)))
                    .extracting(PublicObject::path)
                    .containsExactly("/meeting/c", "/meeting/a", "/meeting/b");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anObjectThatMovesInAListStandsThereOnce(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            publish(platform, publication, inLists(Map.of("meeting", "2026-06-10", "upcoming", "2026-06-10")));

            publish(platform, publication, inLists(Map.of("meeting", "2026-06-17")));

            assertThat(publication.list(PublicQuery.of("meeting", 10)))
                    .extracting(PublicObject::key)
                    .containsExactly("2026-06-17");
            assertThat(publication.list(PublicQuery.of("upcoming", 10))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aLimitBeyondReasonIsPutRight(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            publish(platform, publication, paper("1", "/vorlagen/a", "{}"));

            assertThat(publication.list(PublicQuery.of("paper", 0))).hasSize(1);
            assertThat(publication.list(PublicQuery.of("paper", Integer.MAX_VALUE)))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void publishingNeedsTheTransactionOfTheChange(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);

            assertThatThrownBy(() -> publication.publish(paper("1", "/vorlagen/a", "{}")))
                    .isInstanceOf(PersistenceFailure.class);
            assertThatThrownBy(() -> publication.withdraw("/paper/1")).isInstanceOf(PersistenceFailure.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aChangeThatFailsPublishesNothing(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);

            catchThrowable(() -> platform.transactions.call(tx -> {
                publication.publish(paper("1", "/vorlagen/a", "{}"));
                throw new IllegalStateException("no");
            }));

            assertThat(publication.find("/paper/1")).isEmpty();
            assertThat(publication.resolve("/vorlagen/a")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void insideTheChangeTheNewStateIsSeenOutsideTheOldOne(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);

            platform.transactions.call(tx -> {
                publication.publish(paper("1", "/vorlagen/a", "{}"));
                assertThat(publication.find("/paper/1")).isPresent();
                assertThat(java.util.concurrent.CompletableFuture.supplyAsync(() -> publication.find("/paper/1"))
                                .join())
                        .isEmpty();
                return null;
            });
        }
    }

    private static Snapshot paper(String id, String address, String content) {
        return new Snapshot("/paper/" + id, "Paper", address, Map.of("paper", id), CREATED, content, null);
    }

    private static Snapshot inLists(Map<String, String> lists) {
        return new Snapshot("/meeting/1", "Meeting", null, lists, CREATED, "{}", null);
    }

    private static Snapshot searchable(String id, String year, String text) {
        return new Snapshot(
                "/paper/" + id,
                "Paper",
                null,
                Map.of("paper", id, "paper/year/" + year, id),
                CREATED,
                "{\"n\":\"" + text + "\"}",
                text);
    }

    private static PublicObject publish(TestPlatform platform, Publication publication, Snapshot snapshot) {
        return platform.transactions.call(tx -> publication.publish(snapshot));
    }

    /** What a listener was told, in order. */
    private static final class Heard implements PublicationListener {

        private final List<String> paths = new ArrayList<>();
        private final List<String> lists = new ArrayList<>();

        Listeners listeners() {
            Listeners listeners = new Listeners();
            listeners.listeners = List.of(this);
            return listeners;
        }

        @Override
        public void changed(Set<String> changedPaths, Set<String> changedLists) {
            paths.addAll(changedPaths);
            changedLists.stream().sorted().forEach(lists::add);
        }
    }

    private static void withdraw(TestPlatform platform, Publication publication, String path) {
        platform.transactions.call(tx -> {
            publication.withdraw(path);
            return null;
        });
    }

    private static Publication on(TestPlatform platform) {
        return new PublicationService(
                platform.transactions, new Listeners(), new Forms(), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
