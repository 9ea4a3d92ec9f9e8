package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.CouncilClient;
import de.kreiswerk.runtime.acceptance.fixture.PapersClient;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An administration that does this and that, all of it over REST, and is refused now and then. */
final class RandomCouncil {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2031-01-07");
    private static final int COMMITTEES = 4;
    private static final List<String> RESULTS = List.of("ungeändert beschlossen", "vertagt", "geändert beschlossen");

    private final Random random;
    private final Platform platform;
    private final PapersClient papers;
    private final CouncilClient council;
    private final List<Runnable> actions = List.of(
            this::importPaper,
            this::importPaper,
            this::importPaper,
            this::changePaper,
            this::changePaper,
            this::changePaper,
            this::publish,
            this::publish,
            this::withdraw,
            this::withdraw,
            this::attach,
            this::attach,
            this::renumber,
            this::scheduleMeeting,
            this::changeMeeting,
            this::changeMeeting,
            this::takeMeetingBack,
            this::replaceAgenda,
            this::replaceAgenda,
            this::replaceAgenda,
            this::person,
            this::removePerson,
            this::membership,
            this::membership,
            this::removeMembership,
            this::organization,
            this::term,
            this::place);
    private final List<String> committees = new ArrayList<>();
    private final List<String> references = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<String> meetings = new ArrayList<>();
    private final List<String> persons = new ArrayList<>();
    private final List<String> memberships = new ArrayList<>();
    private final List<String> terms = new ArrayList<>();

    RandomCouncil(Platform platform, long seed) {
        this.platform = platform;
        this.random = new Random(seed);
        this.papers = platform.papers();
        this.council = platform.council();
        for (int i = 0; i < COMMITTEES; i++) {
            committees.add(council.committee(committee(i)));
        }
    }

    void act() {
        actions.get(random.nextInt(actions.size())).run();
    }

    private static String committee(int number) {
        return number == 0 ? "Kreistag" : "Ausschuss " + number;
    }

    private void importPaper() {
        String reference = platform.freshReference();
        Reply reply = take(reference);
        references.add(reference);
        ids.add(reply.field("id"));
    }

    private void changePaper() {
        if (!references.isEmpty()) {
            take(any(references));
        }
    }

    private Reply take(String reference) {
        Vorlage text = Vorlage.numbered(reference).titled("Vorhaben " + random.nextInt(1000));
        int rows = random.nextInt(4);
        for (int i = 0; i < rows; i++) {
            text.goesTo(
                    committee(random.nextInt(COMMITTEES)),
                    i == rows - 1 ? "Entscheidung" : "Beratung",
                    java.time.format.DateTimeFormatter.ofPattern("dd.MM.uuuu").format(day()),
                    random.nextInt(4) == 0 ? "N" : "Ö");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            text.attaching("Anlage " + random.nextInt(20), random.nextInt(4) == 0 ? "nichtöffentlich" : "öffentlich");
        }
        if (random.nextInt(8) == 0) {
            text.nonPublic();
        }
        Reply reply = random.nextInt(4) == 0 ? papers.importText(text.text()) : papers.importAndPublish(text.text());
        return mayBeRefused(reply);
    }

    private LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(20));
    }

    private void publish() {
        if (!ids.isEmpty()) {
            mayBeRefused(papers.publish(any(ids)));
        }
    }

    private void withdraw() {
        if (!ids.isEmpty()) {
            mayBeRefused(papers.withdraw(any(ids)));
        }
    }

    private void attach() {
        if (!ids.isEmpty()) {
            byte[] bytes = ("Datei " + random.nextInt()).getBytes(StandardCharsets.UTF_8);
            mayBeRefused(papers.attach(any(ids), 1 + random.nextInt(2), "datei.txt", "text/plain", bytes));
        }
    }

    private void renumber() {
        if (!ids.isEmpty()) {
            mayBeRefused(papers.renumber(any(ids), platform.freshReference()));
        }
    }

    private Object[] meeting() {
        return new Object[] {
            "organizationId",
            any(committees),
            "name",
            "Sitzung " + random.nextInt(1000),
            "start",
            day() + "T1" + random.nextInt(10) + ":00:00Z",
            "place",
            "Saal " + random.nextInt(4),
            "visibility",
            random.nextInt(4) == 0 ? "NON_PUBLIC" : "PUBLIC",
            "state",
            List.of("SCHEDULED", "INVITED", "HELD").get(random.nextInt(3)),
            "cancelled",
            random.nextInt(6) == 0
        };
    }

    private void scheduleMeeting() {
        meetings.add(council.add("meetings", meeting()).path("id").asText());
    }

    private void changeMeeting() {
        if (!meetings.isEmpty()) {
            String id = any(meetings);
            Object[] entry = meeting();
            for (JsonNode one : council.all("meetings")) {
                if (one.path("id").asText().equals(id)) {
                    entry[1] = one.path("organizationId").asText();
                }
            }
            mayBeRefused(council.change("meetings", id, entry));
        }
    }

    private void takeMeetingBack() {
        if (!meetings.isEmpty()) {
            mayBeRefused(council.remove("meetings", meetings.remove(random.nextInt(meetings.size()))));
        }
    }

    private void replaceAgenda() {
        if (meetings.isEmpty()) {
            return;
        }
        List<Object[]> items = new ArrayList<>();
        List<String> used = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            List<Object> item = new ArrayList<>(List.of(
                    "number",
                    "TOP " + i,
                    "name",
                    "Punkt " + random.nextInt(6),
                    "visibility",
                    random.nextInt(4) == 0 ? "NON_PUBLIC" : "PUBLIC"));
            if (!ids.isEmpty() && random.nextBoolean()) {
                List<JsonNode> rows = council.all("consultations?paper=" + any(ids));
                if (!rows.isEmpty()) {
                    String row =
                            rows.get(random.nextInt(rows.size())).path("id").asText();
                    if (!used.contains(row)) {
                        used.add(row);
                        item.addAll(List.of("consultationId", row, "result", any(RESULTS)));
                    }
                }
            }
            items.add(item.toArray());
        }
        mayBeRefused(council.agenda(any(meetings), items));
    }

    private void person() {
        Object[] entry = {"familyName", "Muster" + random.nextInt(100), "givenName", "Clara"};
        if (persons.isEmpty() || random.nextBoolean()) {
            persons.add(council.add("persons", entry).path("id").asText());
        } else {
            mayBeRefused(council.change("persons", any(persons), entry));
        }
    }

    private void removePerson() {
        if (!persons.isEmpty() && random.nextInt(3) == 0) {
            mayBeRefused(council.remove("persons", persons.remove(random.nextInt(persons.size()))));
        }
    }

    private void membership() {
        if (persons.isEmpty()) {
            person();
            return;
        }
        Object[] entry = {
            "personId", any(persons), "organizationId", any(committees), "role", "Mitglied " + random.nextInt(9)
        };
        if (memberships.isEmpty() || random.nextBoolean()) {
            memberships.add(council.add("memberships", entry).path("id").asText());
        } else {
            mayBeRefused(council.change("memberships", any(memberships), entry));
        }
    }

    private void removeMembership() {
        if (!memberships.isEmpty()) {
            mayBeRefused(council.remove("memberships", memberships.remove(random.nextInt(memberships.size()))));
        }
    }

    private void organization() {
        int number = random.nextInt(COMMITTEES);
        mayBeRefused(council.change(
                "organizations",
                committees.get(number),
                "name",
                committee(number),
                "shortName",
                "K" + random.nextInt(100)));
    }

    private void term() {
        Object[] entry = {"name", "Wahlperiode " + random.nextInt(50), "startDate", "2026-11-01"};
        if (terms.isEmpty() || random.nextInt(3) == 0) {
            terms.add(council.add("legislative-terms", entry).path("id").asText());
        } else if (random.nextBoolean()) {
            mayBeRefused(council.change("legislative-terms", any(terms), entry));
        } else {
            mayBeRefused(council.remove("legislative-terms", terms.remove(random.nextInt(terms.size()))));
        }
    }

    private void place() {
        council.add("locations", "description", "Saal " + random.nextInt(4), "room", "R" + random.nextInt(100));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static Reply mayBeRefused(Reply reply) {
        assertThat(reply.status()).as(reply.request() + "\n" + reply.text()).isIn(200, 201, 204, 404, 409, 422);
        return reply;
    }
}
