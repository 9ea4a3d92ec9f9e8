package de.kreiswerk.proposals.oparl;

import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.publication.Snapshot;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A small council's public snapshots, one full example of each type. */
final class Council {

    static final Instant CREATED = Instant.parse("2026-01-02T10:00:00.123Z");
    private static final String ID = "01920000-0000-7000-8000-0000000000";
    static final String BODY = "/body/" + ID + "01";
    static final String TERM = "/legislativeTerm/" + ID + "02";
    static final String COMMITTEE = "/organization/" + ID + "03";
    static final String DEPARTMENT = "/organization/" + ID + "04";
    static final String PERSON = "/person/" + ID + "05";
    static final String MEMBERSHIP = "/membership/" + ID + "06";
    static final String LOCATION = "/location/" + ID + "07";
    static final String MEETING = "/meeting/" + ID + "08";
    static final String ITEM = "/agendaItem/" + ID + "09";
    static final String PAPER = "/paper/" + ID + "10";
    static final String DECISION = "/consultation/" + ID + "11";
    static final String NON_PUBLIC = "/consultation/" + ID + "12";
    static final String FILE = "/file/" + ID + "13";

    private static final String TIMES =
            "\"created\":\"2026-01-02T10:00:00.123Z\",\"modified\":\"2026-06-01T08:00:00.250Z\"";

    private static final String TERM_CONTENT = "\"name\":\"Wahlperiode 2021–2026\",\"startDate\":\"2021-11-01\"";
    private static final String MEMBERSHIP_CONTENT = "\"organization\":\"" + COMMITTEE
            + "\",\"role\":\"Vorsitz\",\"votingRight\":true,\"startDate\":\"2021-11-01\",\"onBehalfOf\":\"" + DEPARTMENT
            + "\"";
    private static final String LOCATION_CONTENT =
            "\"description\":\"Kreishaus, Sitzungssaal\",\"streetAddress\":\"Auf dem Michaeliskloster 4\","
                    + "\"room\":\"Saal 1\",\"postalCode\":\"21335\",\"locality\":\"Lüneburg\"";
    private static final String ITEM_CONTENT = "\"order\":2,\"number\":\"Ö 3\",\"name\":\"Bänke\",\"public\":true,"
            + "\"result\":\"ungeändert beschlossen\",\"resolutionText\":\"Vier Bänke.\",\"consultation\":\"" + DECISION
            + "\",\"paper\":\"" + PAPER
            + "\",\"paperReference\":\"2026/127\",\"paperAddress\":\"/vorlagen/2026-127\"";
    private static final String DECISION_CONTENT =
            "\"position\":0,\"organization\":\"Kreistag\",\"organizationPath\":\""
                    + COMMITTEE
                    + "\",\"role\":\"DECISION\",\"roleWording\":\"Abschließende Beschlussfassung\",\"plannedDate\":\"2026-06-10\","
                    + "\"dateWording\":\"10.06.2026\",\"visibility\":\"PUBLIC\",\"result\":\"ungeändert beschlossen\",\"meeting\":"
                    + "{\"path\":\"" + MEETING
                    + "\",\"address\":\"/sitzungen/2026-06-10-kreistag\",\"name\":\"Kreistag\",\"start\":\"2026-06-10T14:00:00Z\"},"
                    + "\"agendaItem\":\"" + ITEM + "\"";
    private static final String NON_PUBLIC_CONTENT =
            "\"position\":1,\"organization\":\"Kreisausschuss\",\"role\":\"RECOMMENDATION\","
                    + "\"plannedDate\":\"2026-06-08\",\"visibility\":\"NON_PUBLIC\"";
    private static final String FILE_CONTENT = "\"name\":\"Lageplan\",\"fileName\":\"Lageplan & <Skizze>.pdf\","
            + "\"mediaType\":\"application/pdf\",\"size\":12345,\"sha256\":\"" + "ab".repeat(32)
            + "\",\"paperAddress\":\"/vorlagen/2026-127\",\"attachmentNumber\":1";

    private final Publication publication;

    Council(Publication publication) {
        this.publication = publication;
    }

    static String id(int number) {
        return "01920000-0000-7000-8000-%012d".formatted(number);
    }

    /** Publishes one of each type. */
    void publish() {
        body("03355000", "https://www.govdata.de/dl-de/by-2-0");
        one(TERM, "LegislativeTerm", null, "{\"body\":\"" + BODY + "\"," + TERM_CONTENT + "}");
        one(
                COMMITTEE,
                "Organization",
                null,
                "{\"body\":\"" + BODY
                        + "\",\"name\":\"Kreistag\",\"shortName\":\"KT\",\"classification\":\"Parlament\","
                        + "\"organizationType\":\"Gremium\",\"startDate\":\"2021-11-01\",\"membership\":[\""
                        + MEMBERSHIP
                        + "\"]}");
        one(
                DEPARTMENT,
                "Organization",
                null,
                "{\"body\":\"" + BODY
                        + "\",\"name\":\"Gebäudewirtschaft\",\"organizationType\":\"Verwaltungsbereich\",\"membership\":[]}");
        one(
                PERSON,
                "Person",
                null,
                "{\"body\":\"" + BODY
                        + "\",\"name\":\"Dr. Clara Muster\",\"familyName\":\"Muster\",\"givenName\":\"Clara\",\"title\":[\"Dr.\"],"
                        + "\"membership\":[" + embedded(MEMBERSHIP, MEMBERSHIP_CONTENT) + "]}");
        one(MEMBERSHIP, "Membership", null, "{\"person\":\"" + PERSON + "\"," + MEMBERSHIP_CONTENT + "}");
        one(LOCATION, "Location", null, "{" + LOCATION_CONTENT + "}");
        meeting("SCHEDULED", "2026-06-10T14:00:00Z");
        one(ITEM, "AgendaItem", null, "{\"meeting\":\"" + MEETING + "\"," + ITEM_CONTENT + "}");
        paper("Neue Bänke am Kreishaus");
        one(DECISION, "Consultation", null, "{\"paper\":\"" + PAPER + "\"," + DECISION_CONTENT + "}");
        one(NON_PUBLIC, "Consultation", null, "{\"paper\":\"" + PAPER + "\"," + NON_PUBLIC_CONTENT + "}");
        one(FILE, "File", null, "{\"paper\":\"" + PAPER + "\"," + FILE_CONTENT + "}");
    }

    void body(String ags, String license) {
        one(
                BODY,
                "Body",
                null,
                "{\"name\":\"Landkreis Lüneburg\",\"ags\":\"" + ags
                        + "\",\"rgs\":\"033550000000\",\"website\":\"https://www.example.de\",\"license\":\"" + license
                        + "\",\"contactEmail\":\"open@example.de\",\"contactName\":\"Büro des Kreistags\",\"legislativeTerm\":["
                        + embedded(TERM, TERM_CONTENT) + "]}");
    }

    void meeting(String state, String start) {
        Map<String, String> lists = new HashMap<>();
        lists.put("meeting", id(8));
        lists.put(COMMITTEE.substring(1) + "/meeting", id(8));
        publication.publish(new Snapshot(
                MEETING,
                "Meeting",
                "/sitzungen/2026-06-10-kreistag",
                lists,
                CREATED,
                "{\"name\":\"Kreistag\",\"state\":\"" + state + "\",\"cancelled\":false,\"start\":\"" + start
                        + "\",\"organization\":[\"" + COMMITTEE
                        + "\"],\"organizationName\":[\"Kreistag\"],\"location\":" + embedded(LOCATION, LOCATION_CONTENT)
                        + ",\"agendaItem\":[" + embedded(ITEM, ITEM_CONTENT) + "]}",
                null));
    }

    void paper(String name) {
        one(PAPER, "Paper", "/vorlagen/2026-127", paperContent(10, name));
    }

    /** Publishes papers beside the full one. */
    void papers(int from, int to) {
        for (int number = from; number <= to; number++) {
            one("/paper/" + id(number), "Paper", "/vorlagen/2026-" + number, paperContent(number, "Vorlage " + number));
        }
    }

    void paper(int number, String name) {
        one("/paper/" + id(number), "Paper", "/vorlagen/2026-" + number, paperContent(number, name));
    }

    private static String paperContent(int number, String name) {
        return "{\"id\":\"" + id(number) + "\",\"body\":\"" + BODY
                + "\",\"reference\":\"2026/127\",\"slug\":\"2026-127\",\"name\":"
                + quoted(name)
                + ",\"paperType\":\"Beschlussvorlage\",\"paperTypeKey\":\"beschlussvorlage\",\"state\":\"DECIDED\","
                + "\"revision\":\"1. Aktualisierung\",\"revisionDate\":\"2026-02-03\",\"occasion\":\"Antrag\","
                + "\"underDirectionOf\":\"Gebäudewirtschaft\",\"underDirectionOfOrganization\":\"" + DEPARTMENT
                + "\",\"involved\":[\"Umwelt\"],\"budgetProducts\":[\"111-320 Gebäude\"],"
                + "\"proposedResolution\":{\"label\":\"Beschlussvorschlag\",\"paragraphs\":[\"Vier Bänke.\"]},"
                + "\"statementOfFacts\":{\"label\":\"Sachverhalt\",\"paragraphs\":[\"Wer wartet, steht.\"]},"
                + "\"financialImpact\":{\"implementationCost\":{\"value\":12000.50,\"wording\":\"12.000,50 €\"},\"coverage\":[\"BUDGETED\"]},"
                + "\"climateCheck\":{\"rating\":\"POSITIVE\",\"wording\":\"positiv\"},\"tables\":[],\"consultations\":["
                + embedded(DECISION, DECISION_CONTENT) + "," + embedded(NON_PUBLIC, NON_PUBLIC_CONTENT)
                + "],\"attachments\":[{\"number\":1,\"name\":\"Lageplan\",\"visibility\":\"PUBLIC\",\"sizeWording\":\"84 KB\",\"file\":"
                + embedded(FILE, FILE_CONTENT)
                + "},{\"number\":2,\"name\":\"Gutachten\"}],\"version\":2,\"versions\":[{\"number\":1,\"created\":\"2026-01-02T08:00:00Z\"}],"
                + "\"published\":\"2026-02-03T23:30:00Z\"}";
    }

    void one(String path, String type, String address, String content) {
        publication.publish(new Snapshot(path, type, address, lists(path), CREATED, content, null));
    }

    private static Map<String, String> lists(String path) {
        String[] parts = path.split("/");
        return Map.of(parts[1], parts[2]);
    }

    private static String embedded(String path, String content) {
        return "{\"path\":\"" + path + "\"," + TIMES + "," + content + "}";
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted(c) : (char) c));
        return quoted.append('"').toString();
    }
}
