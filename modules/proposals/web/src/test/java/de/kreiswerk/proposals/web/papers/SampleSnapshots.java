package de.kreiswerk.proposals.web.papers;

import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.proposals.web.snapshot.FakePublication;
import de.kreiswerk.proposals.web.snapshot.Snapshots;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Snapshots as the service writes them, in our own words. */
final class SampleSnapshots {

    static final String SHA256 = "ab".repeat(32);

    /** Everything that a snapshot may hold. TEXT stands for every text that people wrote. */
    static final String FULL = """
            {"id":"01920000-0000-7000-8000-000000000001","reference":"2026/001","slug":"2026-001","name":"TEXT",
             "paperType":"TEXT","state":"UNDER_CONSULTATION","revision":"TEXT","revisionDate":"2026-02-03","occasion":"TEXT","underDirectionOf":"TEXT",
             "involved":["TEXT","Fachdienst Umwelt"],"budgetProducts":["TEXT"],"somethingNew":{"a":[1]},
             "consultations":[
               {"organization":"TEXT","role":"CONSULTATION","roleWording":"TEXT","plannedDate":"2026-06-10",
                "dateWording":"TEXT","visibility":"PUBLIC","result":"TEXT",
                "meeting":{"path":"/meeting/m","address":"/sitzungen/2026-06-10-umwelt","name":"TEXT","start":"2026-06-10T14:00:00Z","place":"TEXT"}},
               {"organization":"Kreisausschuss","role":"RECOMMENDATION","plannedDate":"2026-06-22","visibility":"NON_PUBLIC"},
               {"organization":"Kreistag","role":"DECISION","dateWording":"TEXT","visibility":"PUBLIC"}],
             "proposedResolution":{"label":"Beschlussvorschlag:","paragraphs":["TEXT","Zeile 1\\nZeile 2"]},
             "statementOfFacts":{"label":"TEXT","paragraphs":["TEXT"]},
             "financialImpact":{"implementationCost":{"value":12000,"wording":"TEXT"},"followUpCost":{"value":1234.5},
               "coverage":["BUDGETED"],"justification":"TEXT","other":"TEXT","revenue":"YES","revenueWording":"TEXT",
               "vat":"TO_BE_CLARIFIED","wording":{"label":"TEXT","paragraphs":["TEXT"]}},
             "climateCheck":{"rating":"POSITIVE","wording":"TEXT","result":{"label":"TEXT","paragraphs":["TEXT"]}},
             "attachments":[
               {"number":2,"name":"TEXT","visibility":"PUBLIC","sizeWording":"TEXT"},
               {"number":1,"name":"TEXT","file":{"id":"f","fileName":"Plan TEXT.pdf","mediaType":"application/pdf",
                "size":1258291,"sha256":"SHA","created":"2026-01-02T03:04:05.678Z"}}],
             "tables":[
               {"section":"Beschlussvorschlag:","header":["TEXT","Betrag"],"rows":[["TEXT","1"],["TEXT"]],"totals":["TEXT"]},
               {"section":"TEXT2","header":[],"rows":[["TEXT"]],"totals":[]}],
             "version":2,"versions":[{"number":1,"created":"2026-01-02T08:00:00Z","path":"/paperVersion/01920000-0000-7000-8000-000000000001/1"},{"number":2,"created":"2026-07-02T08:00:00Z"}],
             "published":"2026-07-02T22:30:00Z"}
            """.replace("SHA", SHA256);

    /** The least that a snapshot may hold. */
    static final String SPARSE = "{\"reference\":\"2026/002\"}";

    /** The county's form, nothing of it answered. */
    static final String UNANSWERED = """
            {"reference":"2026/003","name":"Ohne Antworten","financialImpact":{"coverage":[]},"climateCheck":{},
             "proposedResolution":{"label":"Beschlussvorschlag","paragraphs":[]}}
            """;

    private SampleSnapshots() {}

    static String full(String text) {
        return FULL.replace("TEXT", text.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    static String path(int number) {
        return "/paper/" + id(number);
    }

    static String id(int number) {
        return "01920000-0000-7000-8000-%012d".formatted(number);
    }

    static String key(int number) {
        return "2026-01-01T00:00:00.000Z " + id(number);
    }

    static void publish(FakePublication publication, int number, String content, String... lists) {
        Map<String, String> keys = new HashMap<>();
        keys.put("paper", id(number));
        keys.put("paper/published", key(number));
        for (String list : lists) {
            keys.put(list, id(number));
        }
        publication.publish(path(number), "Paper", "/vorlagen/2026-%03d".formatted(number), keys, content);
    }

    static PaperSnapshot paper(String content) {
        return Snapshots.as(PaperSnapshot.class)
                .read(new PublicObject(
                        path(1), "Paper", "/vorlagen/2026-001", null, 1, Instant.EPOCH, Instant.EPOCH, false, content));
    }
}
