package de.kreiswerk.core.persistence.publication;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.publication.PublicForm;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.publication.Publication.Formed;
import de.kreiswerk.core.api.publication.Snapshot;
import de.kreiswerk.core.api.schedule.Lease;
import de.kreiswerk.core.persistence.database.Engine;
import de.kreiswerk.core.persistence.database.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Objects are kept in the form in which lists are read. */
class FormsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00.123Z");
    private static final PublicForm FORM = form("test/1", FormsTest::words);

    private static final PublicQuery ALL =
            new PublicQuery("paper", java.util.Set.of(), null, false, 10, null, null, null, null, true, null);

    private final Forms forms = new Forms();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatIsPublishedChangedAndWithdrawnIsReadInItsForm(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            forms.form = FORM;
            publish(platform, publication, paper(1, "\"eins\""), paper(2, "\"zwei\""), paper(3, "\"drei\""));
            publish(platform, publication, paper(2, "\"zwo\""));
            platform.transactions.call(tx -> {
                publication.withdraw("/paper/3");
                return null;
            });

            assertThat(publication.list(PublicQuery.of("paper", 10), FORM))
                    .extracting(Formed::key, FormsTest::text)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("1", "/paper/1 1 \"eins\""),
                            org.assertj.core.groups.Tuple.tuple("2", "/paper/2 2 \"zwo\""));
            assertThat(publication.list(ALL, FORM))
                    .extracting(FormsTest::text)
                    .last()
                    .isEqualTo("/paper/3 2 null");
            assertThat(publication.list(PublicQuery.of("paper", 1).from("1"), FORM))
                    .extracting(Formed::key)
                    .containsExactly("2");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatHasNoFormOrAnotherOneIsReadWithItsContent(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            publish(platform, publication, paper(1, "\"ohne\""));
            forms.form = form("test/0", FormsTest::words);
            publish(platform, publication, paper(2, "\"früher\""));
            forms.form = form("test/1", object -> {
                throw new IllegalStateException("broken");
            });
            publish(platform, publication, paper(3, "\"kaputt\""));
            forms.form = form("test/1", object -> new byte[600_000]);
            publish(platform, publication, paper(4, "\"zu groß\""));

            assertThat(publication.list(PublicQuery.of("paper", 10), FORM))
                    .allSatisfy(formed -> assertThat(formed.bytes()).isNull())
                    .extracting(formed -> formed.object().content())
                    .containsExactly("\"ohne\"", "\"früher\"", "\"kaputt\"", "\"zu groß\"");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void objectsOfAnEarlierFormAreBroughtIntoTodays(Engine engine) throws Exception {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            for (int i = 100; i < 250; i++) {
                forms.form = i % 2 == 0 ? null : form("test/0", FormsTest::words);
                publish(platform, publication, paper(i, "\"x\""));
            }
            PublicObject before = publication.find("/paper/100").orElseThrow();
            Forming forming = new Forming(platform.transactions, forms);

            forms.form = null;
            forming.run(lease());
            assertThat(publication.list(PublicQuery.of("paper", 300), FORM)).allMatch(formed -> formed.bytes() == null);

            forms.form = FORM;
            forming.run(lease());

            assertThat(publication.list(PublicQuery.of("paper", 300), FORM))
                    .hasSize(150)
                    .allMatch(formed -> formed.bytes() != null);
            assertThat(publication.find("/paper/100")).contains(before);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatCannotBeMadeNowIsTriedOnceARun(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            publish(platform, publication, paper(1, "\"x\""));
            AtomicInteger tries = new AtomicInteger();
            forms.form = form("test/1", object -> {
                tries.incrementAndGet();
                throw new NoClassDefFoundError("gone");
            });

            new Forming(platform.transactions, forms).run(lease());

            assertThat(tries).hasValue(1);
            assertThat(publication.list(PublicQuery.of("paper", 10), FORM))
                    .extracting(formed -> formed.object().content())
                    .containsExactly("\"x\"");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatAnEarlierVersionOfThePlatformChangedIsCaughtUp(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            PublicationService publication = on(platform);
            forms.form = FORM;
            publish(platform, publication, paper(1, "\"bleibt\""), paper(2, "\"geht\""));
            platform.execute("update public_object set deleted = true, content = null, revision = 2,"
                    + " modified = timestamp with time zone '2026-07-01 08:00:00+00' where path = '/paper/2'");
            platform.execute("insert into public_object (path, type, revision, created, modified, deleted, content)"
                    + " values ('/paper/3', 'Paper', 1, timestamp with time zone '2026-07-01 08:00:00+00',"
                    + " timestamp with time zone '2026-07-01 08:00:00+00', false, 'neu')");
            platform.execute("insert into public_list (list, sort_key, path) values ('paper', '3', '/paper/3')");

            publication.catchUp();

            assertThat(publication.list(PublicQuery.of("paper", 10), FORM))
                    .extracting(FormsTest::text)
                    .containsExactly("/paper/1 1 \"bleibt\"", "/paper/3 1 neu");
        }
    }

    /** The next page may have been read ahead, before that. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoWalksAListSeesAtEachStepWhatIsPublicThen(Engine engine) {
        try (TestPlatform platform = TestPlatform.on(engine)) {
            Publication publication = on(platform);
            forms.form = FORM;
            for (int i = 10; i < 20; i++) {
                publish(platform, publication, paper(i, "\"x\""));
            }
            PublicQuery walk = PublicQuery.of("paper", 3);
            publication.list(walk.from("10"), FORM);

            platform.transactions.call(tx -> {
                publication.withdraw("/paper/14");
                assertThat(publication.list(walk.from("12"), FORM))
                        .as("this transaction's own change")
                        .extracting(Formed::key)
                        .containsExactly("13", "15", "16");
                return null;
            });

            assertThat(publication.list(walk.from("12"), FORM))
                    .extracting(Formed::key)
                    .containsExactly("13", "15", "16");
            publish(platform, publication, paper(16, "\"anders\""));
            assertThat(publication.list(walk.from("15"), FORM))
                    .extracting(FormsTest::text)
                    .first()
                    .isEqualTo("/paper/16 2 \"anders\"");
        }
    }

    private static Lease lease() {
        return (Transaction tx) -> assertThat(tx).isNotNull();
    }

    private PublicationService on(TestPlatform platform) {
        return new PublicationService(platform.transactions, new Listeners(), forms, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static void publish(TestPlatform platform, Publication publication, Snapshot... snapshots) {
        platform.transactions.call(tx -> publication.publishAll(List.of(snapshots)));
    }

    private static Snapshot paper(int number, String content) {
        return new Snapshot(
                "/paper/" + number, "Paper", null, Map.of("paper", String.valueOf(number)), NOW, content, "worte");
    }

    private static byte[] words(PublicObject object) {
        return (object.path() + " " + object.revision() + " " + object.content()).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Formed formed) {
        return new String(formed.bytes(), StandardCharsets.UTF_8);
    }

    private static PublicForm form(String name, Function<PublicObject, byte[]> made) {
        return new PublicForm() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public byte[] of(PublicObject object) {
                return made.apply(object);
            }
        };
    }
}
