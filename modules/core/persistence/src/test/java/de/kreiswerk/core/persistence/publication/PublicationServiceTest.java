package de.kreiswerk.core.persistence.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.publication.Publication.Address;
import de.kreiswerk.core.api.publication.Snapshot;
import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicationServiceTest {

    private static final Instant CREATED = Instant.parse("2026-05-01T08:00:00Z");
    private static final Instant MODIFIED = Instant.parse("2026-05-02T08:00:00.123Z");
    private static final Instant WITHDRAWN = Instant.parse("2026-06-01T08:00:00Z");

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
                            MODIFIED,
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
            assertThat(publication.list("paper", null, 10)).hasSize(1);
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
            assertThat(found.modified()).isEqualTo(WITHDRAWN);
            assertThat(found.revision()).isEqualTo(2);
            assertThat(publication.list("paper", null, 10)).isEmpty();
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
            assertThat(publication.list("paper", null, 10)).hasSize(1);
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
            for (List<PublicObject> page = publication.list("paper", after, 2);
                    !page.isEmpty();
                    page = publication.list("paper", after, 2)) {
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
                                MODIFIED,
                                "{}"));
            }

            assertThat(publication.list("meeting", null, 10))
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

            assertThat(publication.list("meeting", null, 10))
                    .extracting(PublicObject::key)
                    .containsExactly("2026-06-17");
            assertThat(publication.list("upcoming", null, 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aLimitBeyondReasonIsPutRight(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            publish(platform, publication, paper("1", "/vorlagen/a", "{}"));

            assertThat(publication.list("paper", null, 0)).hasSize(1);
            assertThat(publication.list("paper", null, Integer.MAX_VALUE)).hasSize(1);
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
        return new Snapshot("/paper/" + id, "Paper", address, Map.of("paper", id), CREATED, MODIFIED, content);
    }

    private static Snapshot inLists(Map<String, String> lists) {
        return new Snapshot("/meeting/1", "Meeting", null, lists, CREATED, MODIFIED, "{}");
    }

    private static void publish(TestPlatform platform, Publication publication, Snapshot snapshot) {
        platform.transactions.call(tx -> {
            publication.publish(snapshot);
            return null;
        });
    }

    private static void withdraw(TestPlatform platform, Publication publication, String path) {
        platform.transactions.call(tx -> {
            publication.withdraw(path);
            return null;
        });
    }

    private static Publication on(TestPlatform platform) {
        return new PublicationService(platform.transactions, Clock.fixed(WITHDRAWN, ZoneOffset.UTC));
    }
}
