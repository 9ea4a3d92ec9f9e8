package de.kreiswerk.proposals.web.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.web.MadeOf;
import de.kreiswerk.proposals.web.http.FakeHttp;
import de.kreiswerk.proposals.web.http.FakePages;
import de.kreiswerk.proposals.web.snapshot.FakePublication;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingsServletTest {

    private static final String COMMITTEE = "01910000-0000-7000-8000-000000000007";
    private static final String EVIL = "\\\"'><script>alert(1)</script>";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-10T18:00:00Z"), ZoneOffset.UTC);

    private final FakePublication publication = new FakePublication();
    private final FakePages pages = new FakePages();
    private final MeetingsServlet servlet = new MeetingsServlet(publication, pages, CLOCK);
    private final CalendarServlet calendar = new CalendarServlet(publication, pages, CLOCK);

    @BeforeEach
    void someMeetings() {
        publication.publish(
                "/organization/" + COMMITTEE,
                "Organization",
                null,
                Map.of("organization", COMMITTEE),
                "{\"name\":\"Bauausschuss\"}");
        publish(1, "2026-05-04T14:00:00Z", "vorbei", "");
        publish(2, "2026-06-10T07:00:00Z", "heute", """
                ,"agendaItem":[
                 {"order":1,"number":"Ö 2","name":"Radweg","public":true,"result":"ungeändert beschlossen",
                  "resolutionText":"Erster Absatz.\\n\\nZweiter.","paperReference":"2026/001",
                  "paperAddress":"/vorlagen/2026-001"},
                 {"order":0,"number":"Ö 1","name":"Eröffnung","public":true},
                 {"order":2,"name":"geheim","public":false},
                 {"order":3,"name":"ungesagt geheim"}]
                """);
        publish(3, "2026-07-01T14:00:00Z", "abgesagt", ",\"cancelled\":true");
        publish(4, "2026-07-02T14:00:00Z", "geheim", "");
        publication.withdraw(path(4));
    }

    @Test
    void whatIsToComeStandsBeforeWhatIsOver() throws IOException {
        String html = answer(FakeHttp.get(null)).text();

        assertThat(html)
                .containsSubsequence(
                        "Kommende Sitzungen",
                        "Juni 2026",
                        "href=\"/sitzungen/heute\"",
                        "(heute)",
                        "Juli 2026",
                        "href=\"/sitzungen/abgesagt\"",
                        "abgesagt</strong>",
                        "Vergangene Sitzungen",
                        "href=\"/sitzungen/vorbei\"")
                .contains("Mittwoch, 10.06.2026, 09:00 bis 11:00 Uhr", "Kreishaus, Raum 1, Am Markt 1, 12345 Stadt")
                .doesNotContain("geheim");
    }

    @Test
    void meetingShowsItsPublicAgendaInOrder() throws IOException {
        String html = answer(FakeHttp.get("/heute")).text();

        assertThat(html)
                .containsSubsequence(
                        "Ö 1", "Eröffnung", "Ö 2", "Radweg", "Erster Absatz.", "Zweiter.", "ungeändert beschlossen")
                .contains(
                        "href=\"/vorlagen/2026-001\"",
                        "href=\"/sitzungen/heute.ics\"",
                        "href=\"/oparl/v1" + path(2) + "\"")
                .contains("kein Ergebnis angegeben", "09:00 bis 11:00 Uhr", "12345 Stadt")
                .doesNotContain("geheim", "abgesagt");
        assertThat(pages.page.title()).isEqualTo("Sitzung heute am Mittwoch, 10.06.2026");
    }

    @Test
    void cancelledMeetingSaysSoFirst() throws IOException {
        assertThat(answer(FakeHttp.get("/abgesagt")).text())
                .containsSubsequence("<h1", "Diese Sitzung ist abgesagt", "Termin und Ort")
                .contains("Zu dieser Sitzung ist keine Tagesordnung veröffentlicht.");
    }

    @Test
    void listIsReadOnByKeyInBothDirections() throws IOException {
        for (int number = 100; number < 230; number++) {
            publish(number, day("2026-07-05", number - 100), "spaeter-" + number, "");
            publish(number + 1000, day("2026-05-01", 100 - number), "frueher-" + number, "");
        }

        String html = answer(FakeHttp.get(null)).text();
        assertThat(count(html)).isEqualTo(50 + 20);
        assertThat(walk(html, "nach")).isEqualTo(132 - 50);
        assertThat(walk(html, "vor")).isEqualTo(131 - 20);
    }

    @Test
    void committeeNarrowsListAndCalendar() throws IOException {
        publication.publish(
                path(9),
                "Meeting",
                "/sitzungen/bau",
                Map.of(
                        "meeting/start",
                        "2026-06-20T14:00:00Z " + id(9),
                        "organization/" + COMMITTEE + "/meeting",
                        id(9)),
                "{\"name\":\"Bau\",\"start\":\"2026-06-20T14:00:00Z\"}");

        assertThat(answer(FakeHttp.get(null).where("gremium", COMMITTEE)).text())
                .contains("href=\"/sitzungen/bau\"", "Gremium: Bauausschuss", "href=\"/sitzungen#ergebnis\"")
                .contains("href=\"/sitzungen.ics?gremium=" + COMMITTEE + "\"")
                .doesNotContain("/sitzungen/heute\"");
        assertThat(subscribed(FakeHttp.get(null).where("gremium", COMMITTEE)).text())
                .contains("SUMMARY:Bau\r\n", "NAME:Sitzungen – Bauausschuss")
                .doesNotContain("SUMMARY:Sitzung heute");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gibt-es-nicht", "' OR 1=1 --", "<script>", "\u0001x"})
    void unknownCommitteeIsExplainedAtItsField(String committee) throws IOException {
        FakeHttp http = answer(FakeHttp.get(null).where("gremium", committee));

        assertThat(http.status).isEqualTo(400);
        assertThat(http.text())
                .contains("href=\"#gremium\"", "aria-invalid=\"true\"")
                .doesNotContain("<script");
        subscribed(FakeHttp.get(null).where("gremium", committee));
        assertThat(pages.problem.kind()).isEqualTo(Problem.Kind.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"nach, x", "vor, 2026-06-10", "nach, ''", "vor, 9999999999999999999-01-01T00:00:00Z x"})
    void forgedKeyGetsAClearAnswer(String name, String key) throws IOException {
        answer(FakeHttp.get(null).where(name, key));

        assertThat(pages.problem.kind()).isEqualTo(Problem.Kind.MALFORMED);
    }

    @Test
    void fieldLeftEmptyLeavesTheAddress() throws IOException {
        assertThat(answer(FakeHttp.get(null).where("gremium", "")).headers).containsEntry("Location", "/sitzungen");
    }

    @ParameterizedTest
    @CsvSource({
        "/, /sitzungen",
        "/heute/, /sitzungen/heute",
        "/HEUTE, /sitzungen/heute",
        "/alt, /sitzungen/heute",
        "/alt.ics, /sitzungen/heute.ics",
        "/Heute.ICS, /sitzungen/heute.ics"
    })
    void everyOtherAddressLeadsToTheOneOfToday(String pathInfo, String location) throws IOException {
        publication.addresses.put("/sitzungen/alt", publication.addresses.get("/sitzungen/heute"));

        FakeHttp http = answer(FakeHttp.get(pathInfo));

        assertThat(http.status).isEqualTo(301);
        assertThat(http.headers).containsEntry("Location", location);
    }

    @ParameterizedTest
    @CsvSource({"/gibt-es-nicht, NOT_FOUND", "/.ics, NOT_FOUND", "//, NOT_FOUND", "/geheim, GONE", "/geheim.ics, GONE"})
    void whatIsNotThereIsExplained(String pathInfo, Problem.Kind kind) throws IOException {
        answer(FakeHttp.get(pathInfo));

        assertThat(pages.problem.kind()).isEqualTo(kind);
        assertThat(pages.problem.detail().german()).doesNotContain("geheim");
    }

    @Test
    void appointmentLastsAndIsCancelledForAll() throws IOException {
        FakeHttp http = answer(FakeHttp.get("/abgesagt.ics"));

        assertThat(http.headers).containsEntry("Content-Type", "text/calendar; charset=utf-8");
        assertThat(http.text())
                .contains(
                        "UID:" + id(3) + "\r\n",
                        "SEQUENCE:0\r\n",
                        "STATUS:CANCELLED",
                        "SUMMARY:ABGESAGT: Sitzung abgesagt")
                .contains("DTSTART:20260701T140000Z\r\n", "URL:https://politik.example.de/sitzungen/abgesagt\r\n");

        publish(3, "2026-07-08T14:00:00Z", "verlegt", "");
        assertThat(answer(FakeHttp.get("/verlegt.ics")).text())
                .contains("UID:" + id(3) + "\r\n", "SEQUENCE:1\r\n", "STATUS:CONFIRMED");
    }

    @Test
    void calendarHoldsNothingSecret() throws IOException {
        assertThat(subscribed(FakeHttp.get(null)).text().replace("\r\n ", ""))
                .contains("Sitzung heute", "Tagesordnung:\\nÖ 1 Eröffnung\\nÖ 2 Radweg")
                .doesNotContain("geheim");
    }

    @Test
    void wordsNeverBecomeMarkup() throws IOException {
        publish(
                5,
                "2026-06-11T14:00:00Z",
                "x",
                ",\"organizationName\":[\"" + EVIL + "\"],\"agendaItem\":[{\"public\":true,"
                        + "\"number\":\"" + EVIL + "\",\"name\":\"" + EVIL + "\",\"result\":\"" + EVIL
                        + "\",\"resolutionText\":\""
                        + EVIL + "\",\"paperReference\":\"" + EVIL + "\",\"paperAddress\":\"/vorlagen/1\"}]");

        for (Locale language : new Locale[] {Locale.GERMAN, Locale.ENGLISH}) {
            pages.language = language;
            assertThat(answer(FakeHttp.get("/x")).text())
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script");
            assertThat(answer(FakeHttp.get(null)).text())
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script");
        }
    }

    @Test
    void meetingThatStatesNextToNothingIsStillAPage() throws IOException {
        publication.publish(path(6), "Meeting", "/sitzungen/leer", Map.of("meeting", id(6)), "{}");

        assertThat(answer(FakeHttp.get("/leer")).text())
                .contains("steht noch nicht fest")
                .doesNotContain("null");
    }

    @Test
    void englishPageMarksTheGermanWords() throws IOException {
        pages.language = Locale.ENGLISH;

        assertThat(answer(FakeHttp.get("/heute")).text())
                .contains(
                        "<span lang=\"de\">Sitzung heute</span> on Wednesday 10 June 2026", "09:00 to 11:00", "Agenda")
                .doesNotContain("Uhr", "Tagesordnung<");
    }

    @Test
    void pagesSayWhatTheyAreMadeOf() throws IOException {
        MadeOf list = (MadeOf) answer(FakeHttp.get(null)).attributes.get(MadeOf.ATTRIBUTE);
        assertThat(list.lists()).containsExactlyInAnyOrder("meeting/start", "organization");
        assertThat(list.until()).isEqualTo("2026-06-10T22:00:00Z");

        MadeOf page = (MadeOf) answer(FakeHttp.get("/heute")).attributes.get(MadeOf.ATTRIBUTE);
        assertThat(page.paths()).containsExactly(path(2));

        MadeOf appointment =
                (MadeOf) answer(FakeHttp.get("/heute.ics")).attributes.get(MadeOf.ATTRIBUTE);
        assertThat(appointment).isEqualTo(MadeOf.object(path(2)));
    }

    /** How many meetings the pages behind the first one show. */
    private int walk(String firstPage, String direction) throws IOException {
        int count = 0;
        String html = firstPage;
        String link = "/sitzungen?" + direction + "=";
        while (html.contains(link)) {
            int at = html.indexOf(link);
            html = answer(FakeHttp.get(null).at(html.substring(at, html.indexOf('"', at))))
                    .text();
            count += count(html);
            assertThat(html).contains("Zu den kommenden Sitzungen");
        }
        return count;
    }

    private static int count(String html) {
        return html.split("class=\"kw-sheet\"").length - 1;
    }

    private static String day(String first, int days) {
        return LocalDate.parse(first).plusDays(days) + "T14:00:00Z";
    }

    private void publish(int number, String start, String slug, String more) {
        publication.publish(
                path(number),
                "Meeting",
                "/sitzungen/" + slug,
                Map.of("meeting", id(number), "meeting/start", start + " " + id(number)),
                "{\"name\":\"Sitzung " + slug + "\",\"state\":\"SCHEDULED\",\"start\":\"" + start + "\",\"end\":\""
                        + Instant.parse(start).plusSeconds(7_200)
                        + "\",\"location\":{\"description\":\"Kreishaus\",\"room\":\"Raum 1\","
                        + "\"streetAddress\":\"Am Markt 1\",\"postalCode\":\"12345\",\"locality\":\"Stadt\"}"
                        + more + "}");
    }

    private static String path(int number) {
        return "/meeting/" + id(number);
    }

    private static String id(int number) {
        return "01920000-0000-7000-8000-%012d".formatted(number);
    }

    private FakeHttp answer(FakeHttp http) throws IOException {
        servlet.service(http.request(), http.response());
        return http;
    }

    private FakeHttp subscribed(FakeHttp http) throws IOException {
        calendar.service(http.request(), http.response());
        return http;
    }
}
