package de.kreiswerk.runtime.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.CouncilClient;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A proposal with everything around it: a committee with a member, a sitting that decides it, a file.
 *
 * @param name what tells it from others; occurs in all names
 * @param paper the proposal's id
 * @param consultation the id of its consultation
 * @param committee the committee's id
 * @param group the id of the member's parliamentary group
 * @param person the member's id
 * @param membership the id of the person's seat
 * @param meeting the meeting's id
 * @param item the id of its agenda's only item
 */
record Sitting(
        String name,
        String paper,
        String consultation,
        String committee,
        String group,
        String person,
        String membership,
        String meeting,
        String item) {

    static final String START = "2031-05-06T15:00:00Z";
    static final byte[] BYTES = "Plan des Platzes".getBytes(StandardCharsets.UTF_8);

    static Sitting on(Platform platform, String name) {
        CouncilClient council = platform.council();
        String committee = council.committee("Ausschuss " + name);
        String group = council.add("organizations", "name", "Fraktion " + name, "organizationType", "Fraktion")
                .path("id")
                .asText();
        String person = council.add(
                        "persons", "familyName", "Muster " + name, "givenName", "Clara", "title", List.of("Dr."))
                .path("id")
                .asText();
        String membership = council.add(
                        "memberships",
                        "personId",
                        person,
                        "organizationId",
                        committee,
                        "role",
                        "Vorsitz",
                        "votingRight",
                        true,
                        "startDate",
                        "2030-11-01",
                        "onBehalfOf",
                        group)
                .path("id")
                .asText();
        Reply imported = platform.papers()
                .importAndPublish(Vorlage.numbered(platform.freshReference())
                        .titled("Vorlage " + name)
                        .goesTo("Ausschuss " + name, "Entscheidung", "06.05.2031", "Ö")
                        .attaching("Plan " + name, "öffentlich")
                        .attaching("Angebote " + name, "nichtöffentlich")
                        .text())
                .is(201);
        String paper = imported.field("id");
        platform.papers().attach(paper, 1, "plan.pdf", "application/pdf", BYTES).is(200);
        String meeting = council.add("meetings", (Object[]) meeting(committee, name, START))
                .path("id")
                .asText();
        String consultation =
                council.all("consultations?paper=" + paper).get(0).path("id").asText();
        JsonNode agenda = council.agenda(meeting, List.<Object[]>of(item(name, consultation)))
                .is(200)
                .json();
        return new Sitting(
                name,
                paper,
                consultation,
                committee,
                group,
                person,
                membership,
                meeting,
                agenda.path("items").path(0).path("id").asText());
    }

    /** The entry of a public meeting. */
    static Object[] meeting(String committee, String name, String start) {
        return new Object[] {
            "organizationId",
            committee,
            "name",
            "Sitzung " + name,
            "start",
            start,
            "place",
            "Saal " + name,
            "visibility",
            "PUBLIC",
            "state",
            "INVITED"
        };
    }

    /** The entry of a public item. */
    static Object[] item(String name, String consultation) {
        return new Object[] {
            "number",
            "Ö 1",
            "name",
            "Beratung " + name,
            "visibility",
            "PUBLIC",
            "consultationId",
            consultation,
            "result",
            "ungeändert beschlossen",
            "resolutionText",
            "Es wird so gemacht wie " + name
        };
    }
}
