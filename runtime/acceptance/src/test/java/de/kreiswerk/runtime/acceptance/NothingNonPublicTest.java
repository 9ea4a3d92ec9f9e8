package de.kreiswerk.runtime.acceptance;

import static de.kreiswerk.runtime.acceptance.fixture.PapersClient.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.CouncilClient;
import de.kreiswerk.runtime.acceptance.fixture.OnOneDatabase;
import de.kreiswerk.runtime.acceptance.fixture.PapersClient;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.PublicSite;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Starter;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import de.kreiswerk.runtime.acceptance.fixture.oparl.OParlClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Canaries in everything that is not public; then a stranger reads every page that he can find, and every address that he
 * can guess. Words that are public prove that he did read.
 */
@Execution(ExecutionMode.CONCURRENT)
class NothingNonPublicTest {

    @OnOneDatabase
    void strangerFindsNothingThatIsNotPublic(Starter starter) {
        Platform platform = starter.start("--no-demo");
        Traps traps = new Traps(platform);
        OParlClient oparl = new OParlClient(platform);
        String host = platform.url().toString();
        OParlClient.LISTS
                .keySet()
                .forEach(type -> traps.guesses.add(oparl.listOf(type).substring(host.length())
                        + "?modified_since=2001-01-01T00%3A00%3A00%2B00%3A00"));
        Map<String, Reply> seen = PublicSite.crawl(platform, traps.guesses).seen();

        seen.forEach((path, reply) -> assertThat(reply.status()).as(path).isLessThan(500));
        assertThat(seen).hasSizeGreaterThan(10);
        for (String bait : traps.baits) {
            assertThat(seen.values()).as("the public words " + bait).anyMatch(reply -> holds(reply, bait));
        }
        seen.forEach((path, reply) -> traps.canaries.forEach((canary, what) ->
                assertThat(holds(reply, canary)).as(what + " at " + path).isFalse()));
    }

    private static boolean holds(Reply reply, String words) {
        String encoded = Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
        return (reply.text() + reply.headers().map()).contains(words)
                || reply.headers().map().toString().contains(encoded);
    }

    /** Papers with something to hide. */
    private static final class Traps {

        private static final String COMMITTEE = "Ausschuss für Kanarien";

        private final Platform platform;
        private final CouncilClient council;
        private final String committee;
        private final Map<String, String> canaries = new HashMap<>();
        private final List<String> baits = new ArrayList<>();
        private final List<String> guesses = new ArrayList<>(List.of(
                "/gibt-es-nicht",
                "/vorlagen/gibt-es-nicht",
                "/vorlagen?nach=1970-01-01T00:00:00.000Z%2000000000-0000-7000-8000-000000000000",
                "/vorlagen?nach=%27",
                "/health/live",
                "/health/ready",
                "/",
                "/vorlagen.atom",
                "/vorlagen.atom?suche=Kanarie",
                "/vorlagen?suche=Kanarie",
                "/sitzungen.ics",
                "/sitzungen?nach=x",
                "/oparl/v1",
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
            this.council = platform.council();
            this.committee = council.committee(COMMITTEE);
            nonPublicPaper();
            draft();
            publishedPaperWithSecrets();
            withdrawnPaper();
            earlierVersions();
            earlierVersionThatWasWithdrawn();
            paperThatIsNoLongerPublic();
            nonPublicMeeting();
            meetingThatIsNoLongerPublic();
            meetingWithSecrets();
            personWithoutPublicOffice();
            removedPerson();
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
                    .importAndPublish(publicOnce("of a withdrawn paper").text()));
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

        /** Only what was public itself may be read, and only what was public of it. */
        private void earlierVersions() {
            String reference = platform.freshReference();
            Vorlage text = Vorlage.numbered(reference)
                    .titled(canary("title of a draft before"))
                    .attaching(canary("name of a non-public attachment of an earlier version"), "nichtöffentlich");
            platform.papers().importText(text.text()).is(201);
            text.titled(bait()).with("Verfasser", canary("author of an earlier version"));
            platform.papers().importAndPublish(text.text()).is(200);
            plant(platform.papers().importText(text.titled(bait()).text()));
        }

        private void earlierVersionThatWasWithdrawn() {
            String reference = platform.freshReference();
            Vorlage text = Vorlage.numbered(reference).titled(canary("title of a withdrawn version"));
            platform.papers().importAndPublish(text.text());
            Reply second = platform.papers()
                    .importText(text.titled(canary("title of the version after it, withdrawn as well"))
                            .text());
            platform.papers().withdraw(second.field("id")).is(200);
            platform.papers()
                    .importText(
                            text.titled(canary("title while it was withdrawn")).text())
                    .is(200);
            plant(platform.papers().importAndPublish(text.titled(bait()).text()));
        }

        private void paperThatIsNoLongerPublic() {
            Vorlage text = publicOnce("of a paper that is no longer public");
            platform.papers().importAndPublish(text.text());
            plant(platform.papers().importText(text.nonPublic().text()));
        }

        private void nonPublicMeeting() {
            String meeting = meeting("of a non-public meeting", "NON_PUBLIC");
            council.agenda(meeting, List.of(item("of a non-public meeting", "PUBLIC"), item("of none", "NON_PUBLIC")))
                    .is(200);
        }

        private void meetingThatIsNoLongerPublic() {
            String meeting = meeting("of a meeting that was public", "PUBLIC");
            council.agenda(meeting, List.<Object[]>of(item("of a meeting that was public", "PUBLIC")))
                    .is(200);
            council.change(
                            "meetings",
                            meeting,
                            "organizationId",
                            committee,
                            "name",
                            canary("name of a meeting that is not public any more"),
                            "start",
                            "2031-06-06T10:00:00Z",
                            "visibility",
                            "NON_PUBLIC")
                    .is(200);
        }

        /** A public meeting with a non-public item, and a public paper whose non-public consultation has a result there. */
        private void meetingWithSecrets() {
            Reply imported = plant(platform.papers()
                    .importAndPublish(Vorlage.numbered(platform.freshReference())
                            .titled(bait())
                            .goesTo(COMMITTEE, "Beratung", "05.06.2031", "N")
                            .goesTo(COMMITTEE, "Entscheidung", "06.06.2031", "Ö")
                            .text()));
            List<JsonNode> rows = council.all("consultations?paper=" + imported.field("id"));
            String name = bait();
            String meeting = council.add(
                            "meetings",
                            "organizationId",
                            committee,
                            "name",
                            name,
                            "start",
                            "2031-06-06T15:00:00Z",
                            "visibility",
                            "PUBLIC",
                            "place",
                            bait())
                    .path("id")
                    .asText();
            guesses.add("/oparl/v1/meeting/" + meeting);
            Object[] open = {"number", "Ö 1", "name", bait(), "visibility", "PUBLIC", "consultationId", id(rows.get(1))
            };
            Object[] closed = {
                "number",
                canary("number of a non-public item"),
                "name",
                canary("name of a non-public item"),
                "visibility",
                "NON_PUBLIC",
                "consultationId",
                id(rows.get(0)),
                "result",
                canary("result of a non-public consultation"),
                "resolutionText",
                canary("resolution of a non-public consultation")
            };
            council.agenda(meeting, List.of(closed, open)).is(200);
            council.all("meetings/" + meeting + "/agenda", "items")
                    .forEach(item -> guesses.add("/oparl/v1/agendaItem/" + id(item)));
            rows.forEach(row -> guesses.add("/oparl/v1/consultation/" + id(row)));
        }

        private void personWithoutPublicOffice() {
            person("without any office");
            String department = council.add(
                            "organizations",
                            "name",
                            "Fachdienst Kanarienzucht",
                            "organizationType",
                            "Verwaltungsbereich")
                    .path("id")
                    .asText();
            council.add(
                    "memberships",
                    "personId",
                    person("of a department"),
                    "organizationId",
                    department,
                    "role",
                    canary("role in a department"));
        }

        private void removedPerson() {
            String person = person("who was removed");
            council.add(
                    "memberships", "personId", person, "organizationId", committee, "role", canary("role that ended"));
            council.remove("persons", person).is(204);
        }

        private String person(String ofWhat) {
            String person = id(council.add(
                    "persons",
                    "familyName",
                    canary("family name of a person " + ofWhat),
                    "givenName",
                    canary("given name of a person " + ofWhat),
                    "title",
                    List.of(canary("title of a person " + ofWhat))));
            guesses.add("/oparl/v1/person/" + person);
            return person;
        }

        private String meeting(String ofWhat, String visibility) {
            String meeting = id(council.add(
                    "meetings",
                    "organizationId",
                    committee,
                    "name",
                    canary("name " + ofWhat),
                    "start",
                    "2031-06-06T09:00:00Z",
                    "place",
                    canary("place " + ofWhat),
                    "visibility",
                    visibility));
            guesses.addAll(List.of(
                    "/oparl/v1/meeting/" + meeting,
                    "/sitzungen/" + meeting,
                    "/sitzungen/2031-06-06-ausschuss-fuer-kanarien",
                    "/sitzungen/2031-06-06-ausschuss-fuer-kanarien.ics",
                    "/meeting/" + meeting));
            return meeting;
        }

        private Object[] item(String ofWhat, String visibility) {
            return new Object[] {
                "name",
                canary("name of an item " + ofWhat),
                "visibility",
                visibility,
                "result",
                canary("result of an item " + ofWhat)
            };
        }

        private static String id(JsonNode object) {
            return object.path("id").asText();
        }

        private Vorlage paper(String ofWhat) {
            return publicOnce(ofWhat)
                    .ledBy(canary("lead department " + ofWhat))
                    .goesTo(canary("committee " + ofWhat), "Beratung", "06.06.2031", "Ö");
        }

        /** Committees and departments that were public once stay so: they are no part of the paper. */
        private Vorlage publicOnce(String ofWhat) {
            return Vorlage.numbered(platform.freshReference())
                    .titled(canary("title " + ofWhat))
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
                    page + "/fassungen/1",
                    page + "/fassungen/2",
                    page + "/fassungen/3",
                    "/paperVersion/" + id + "/1",
                    "/oparl/v1/paperVersion/" + id,
                    "/oparl/v1/paper/" + id + "/1",
                    "/paper/" + id,
                    "/file/" + id,
                    "/vorlagen/" + id,
                    "/oparl/v1/paper/" + id,
                    "/oparl/v1/file/" + id,
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
