package de.kreiswerk.runtime.acceptance;

import static de.kreiswerk.runtime.acceptance.fixture.PapersClient.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.PapersClient;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Canaries in everything that is not public; then a stranger reads every page that he can find, and every address that he
 * can guess. Words that are public prove that he did read.
 */
class NothingNonPublicTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"#]*)");
    private static final int MANY_PAGES = 2_000;

    @OnEachDatabase
    void strangerFindsNothingThatIsNotPublic(Platform platform) {
        Traps traps = new Traps(platform);
        Map<String, Reply> seen = crawl(platform, traps.guesses);

        assertThat(seen).hasSizeGreaterThan(10);
        for (String bait : traps.baits) {
            assertThat(seen.values()).as("the public words " + bait).anyMatch(reply -> holds(reply, bait));
        }
        seen.forEach((path, reply) -> traps.canaries.forEach((canary, what) ->
                assertThat(holds(reply, canary)).as(what + " at " + path).isFalse()));
    }

    private static boolean holds(Reply reply, String words) {
        return reply.text().contains(words) || reply.headers().toString().contains(words);
    }

    private static Map<String, Reply> crawl(Platform platform, List<String> guesses) {
        Map<String, Reply> seen = new LinkedHashMap<>();
        Deque<String> next = new ArrayDeque<>(guesses);
        next.add("/");
        while (!next.isEmpty()) {
            String path = next.remove();
            if (!seen.containsKey(path)) {
                Reply reply = platform.stranger().get(path);
                seen.put(path, reply);
                assertThat(seen).hasSizeLessThan(MANY_PAGES);
                assertThat(reply.status()).as(path).isLessThan(500);
                if (reply.header("Content-Type").startsWith("text/html")) {
                    Matcher links = LINK.matcher(reply.text());
                    while (links.find()) {
                        next.add(links.group(1).replace("&amp;", "&"));
                    }
                }
                if (!reply.header("Location").isEmpty()) {
                    next.add(URI.create(reply.header("Location")).getRawPath());
                }
            }
        }
        return seen;
    }

    /** Papers with something to hide. */
    private static final class Traps {

        private final Platform platform;
        private final Map<String, String> canaries = new HashMap<>();
        private final List<String> baits = new ArrayList<>();
        private final List<String> guesses = new ArrayList<>(List.of(
                "/gibt-es-nicht",
                "/vorlagen/gibt-es-nicht",
                "/vorlagen?nach=00000000-0000-7000-8000-000000000000",
                "/vorlagen?nach=%27",
                "/health/live",
                "/health/ready",
                "/sitemap.xml",
                "/robots.txt",
                "/api",
                "/api/proposals",
                BASE + "/papers",
                BASE + "/organizations",
                BASE + "/meetings",
                BASE + "/openapi.json",
                BASE + "/application.wadl",
                BASE + "?_wadl",
                "/system/console"));

        Traps(Platform platform) {
            this.platform = platform;
            nonPublicPaper();
            draft();
            publishedPaperWithSecrets();
            withdrawnPaper();
            earlierVersion();
            paperThatIsNoLongerPublic();
        }

        private void nonPublicPaper() {
            plant(platform.papers()
                    .importAndPublish(paper("of a non-public paper").nonPublic().text()));
        }

        private void draft() {
            plant(platform.papers().importText(paper("of a draft").text()));
        }

        private void publishedPaperWithSecrets() {
            Vorlage text = Vorlage.numbered(platform.freshReference())
                    .titled(bait())
                    .with("Verantwortlich", canary("person responsible"))
                    .with("Verfasser", canary("author"))
                    .with("Bearbeiter", canary("handler"))
                    .goesTo("Kreisausschuss", "Beratung", "06.06.2031", "N")
                    .attaching(bait(), "öffentlich")
                    .attaching(canary("name of a non-public attachment"), "nichtöffentlich");
            Reply imported = plant(platform.papers()
                    .importAndPublish(text.text() + "### Interner Vermerk:\n\n"
                            + canary("section that is no part of the form") + "\n"));
            PapersClient papers = platform.papers();
            papers.attach(imported.field("id"), 1, "offen.txt", "text/plain", bytes(bait()))
                    .is(200);
            papers.attach(
                            imported.field("id"),
                            2,
                            canary("file name of a non-public attachment") + ".txt",
                            "text/plain",
                            bytes(canary("bytes of a non-public attachment")))
                    .is(200);
        }

        private void withdrawnPaper() {
            Reply imported = plant(platform.papers()
                    .importAndPublish(paper("of a withdrawn paper").text()));
            platform.papers()
                    .attach(
                            imported.field("id"),
                            1,
                            "weg.txt",
                            "text/plain",
                            bytes(canary("file of a withdrawn paper")))
                    .is(200);
            platform.papers().withdraw(imported.field("id")).is(200);
        }

        private void earlierVersion() {
            String reference = platform.freshReference();
            Vorlage text = Vorlage.numbered(reference).titled(canary("title of an earlier version"));
            platform.papers().importAndPublish(text.text());
            plant(platform.papers().importText(text.titled(bait()).text()));
        }

        private void paperThatIsNoLongerPublic() {
            Vorlage text = paper("of a paper that is no longer public");
            platform.papers().importAndPublish(text.text());
            plant(platform.papers().importText(text.nonPublic().text()));
        }

        private Vorlage paper(String ofWhat) {
            return Vorlage.numbered(platform.freshReference())
                    .titled(canary("title " + ofWhat))
                    .ledBy(canary("lead department " + ofWhat))
                    .goesTo(canary("committee " + ofWhat), "Beratung", "06.06.2031", "Ö")
                    .resolving(canary("resolution " + ofWhat))
                    .stating(canary("facts " + ofWhat))
                    .attaching(canary("attachment " + ofWhat), "öffentlich");
        }

        private Reply plant(Reply imported) {
            assertThat(imported.status()).isIn(200, 201);
            String id = imported.field("id");
            String page = URI.create(imported.field("url")).getPath();
            guesses.addAll(List.of(
                    page,
                    page + "/anlagen/1",
                    page + "/anlagen/2",
                    page + "/1",
                    page + "?version=1",
                    "/paper/" + id,
                    "/file/" + id,
                    "/vorlagen/" + id,
                    BASE + "/papers/" + id,
                    BASE + "/papers?text=Kanarie"));
            return imported;
        }

        private String canary(String what) {
            String canary = "Kanarie" + platform.freshReference().replace("/", "X") + "X";
            canaries.put(canary, what);
            return canary;
        }

        private String bait() {
            String bait = "Koeder" + platform.freshReference().replace("/", "X") + "X";
            baits.add(bait);
            return bait;
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
