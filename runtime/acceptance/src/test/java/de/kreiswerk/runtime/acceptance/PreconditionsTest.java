package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.PapersClient;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import de.kreiswerk.runtime.testing.AtOnce;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** If-Match: nobody overwrites what he has not seen. */
class PreconditionsTest {

    private static final byte[] BYTES = "Seite 1".getBytes(StandardCharsets.UTF_8);

    @OnEachDatabase
    void changeWithTheRevisionSeenGoesThrough(Platform platform) {
        changes(platform).forEach((name, send) -> {
            String id = published(platform);
            if (name.equals("publish")) {
                // What is public already is not published once more.
                platform.papers().withdraw(id).is(200);
            }
            Reply before = platform.papers().get(id);
            Reply changed = send.apply(id, before.header("ETag")).is(200);
            assertThat(changed.header("ETag")).as(name).isNotEqualTo(before.header("ETag"));
            assertThat(platform.papers().get(id).header("ETag")).as(name).isEqualTo(changed.header("ETag"));
        });
    }

    @OnEachDatabase
    void changeWithStaleRevisionIsRefusedAndChangesNothing(Platform platform) {
        changes(platform).forEach((name, send) -> {
            String id = published(platform);
            String stale = platform.papers().get(id).header("ETag");
            platform.papers().attach(id, 1, "neu.txt", "text/plain", BYTES).is(200);
            Reply before = platform.papers().get(id);
            Problem.of(send.apply(id, stale), 412).coded("paper-changed");
            assertThat(platform.papers().get(id).text()).as(name).isEqualTo(before.text());
        });
    }

    @OnEachDatabase
    void malformedRevisionIsRefused(Platform platform) {
        changes(platform).forEach((name, send) -> {
            String id = published(platform);
            for (String malformed : List.of("1", "abc", "\"abc\"", "\"-1\"", "\"99999999999999999999\"", "\"\"")) {
                Problem.of(send.apply(id, malformed), 400).coded("if-match-malformed");
            }
        });
    }

    @OnEachDatabase
    void starMatchesWhateverIsThere(Platform platform) {
        changes(platform)
                .forEach((name, send) -> send.apply(published(platform), "*").is(200));
    }

    @OnEachDatabase
    void importThatIsToChangeAPaperMakesNone(Platform platform) {
        String reference = platform.freshReference();
        String text = Vorlage.numbered(reference).text();

        for (String tag : List.of("\"1\"", "*")) {
            Problem.of(platform.papers().importText(text, "If-Match", tag), 412).coded("paper-not-there");
        }

        assertThat(platform.papers().find(reference)).isNull();
    }

    @OnEachDatabase
    void ofTwoChangesOfTheSameRevisionAtOnceOneWins(Platform platform) {
        String id = published(platform);
        String seen = platform.papers().get(id).header("ETag");
        List<Reply> replies =
                AtOnce.run(2, i -> platform.papers().renumber(id, platform.freshReference(), "If-Match", seen));

        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 412);
    }

    private static Map<String, BiFunction<String, String, Reply>> changes(Platform platform) {
        PapersClient papers = platform.papers();
        Map<String, BiFunction<String, String, Reply>> changes = new LinkedHashMap<>();
        changes.put("publish", (id, tag) -> papers.publish(id, "If-Match", tag));
        changes.put("withdraw", (id, tag) -> papers.withdraw(id, "If-Match", tag));
        changes.put("attach", (id, tag) -> papers.attach(id, 1, "plan.txt", "text/plain", BYTES, "If-Match", tag));
        changes.put("renumber", (id, tag) -> papers.renumber(id, platform.freshReference(), "If-Match", tag));
        changes.put("import", (id, tag) -> papers.importText(changed(papers, id), "If-Match", tag));
        return changes;
    }

    private static String changed(PapersClient papers, String id) {
        return Vorlage.numbered(papers.get(id).is(200).field("reference"))
                .titled("Ein anderer Titel")
                .attaching("Plan", "öffentlich")
                .text();
    }

    private static String published(Platform platform) {
        return platform.papers()
                .importAndPublish(Vorlage.numbered(platform.freshReference())
                        .attaching("Plan", "öffentlich")
                        .text())
                .is(201)
                .field("id");
    }
}
