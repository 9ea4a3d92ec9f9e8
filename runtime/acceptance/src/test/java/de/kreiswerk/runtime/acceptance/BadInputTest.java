package de.kreiswerk.runtime.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.runtime.acceptance.fixture.OnEachDatabase;
import de.kreiswerk.runtime.acceptance.fixture.Platform;
import de.kreiswerk.runtime.acceptance.fixture.Reply;
import de.kreiswerk.runtime.acceptance.fixture.Vorlage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Texts that are none, or too much: each is refused with reason and line, or taken in with a finding, never by half. */
class BadInputTest {

    private static final int MANY = 10_000;
    private static final int MEBIBYTE = 1024 * 1024;

    @OnEachDatabase
    void emptyTextIsRefused(Platform platform) {
        for (String empty : List.of("", "\n\n   \n", "\uFEFF", "\u200B\n")) {
            Problem.of(refused(platform, () -> platform.papers().importText(empty)), 400)
                    .coded("text-empty");
        }
    }

    @OnEachDatabase
    void textOfElevenMebibytesIsRefused(Platform platform) {
        String head = Vorlage.numbered(platform.freshReference()).text();
        byte[] text = (head + "x\n".repeat(11 * MEBIBYTE / 2)).getBytes(StandardCharsets.UTF_8);

        Problem.of(refused(platform, () -> platform.papers().importBytes(text)), 413);
    }

    @OnEachDatabase
    void textThatIsNotUtf8IsRefusedWithItsLine(Platform platform) {
        String text = Vorlage.numbered(platform.freshReference())
                .titled("Straßenfest")
                .text();
        int line = text.substring(0, text.indexOf("Öffentlichkeitsstatus")).split("\n", -1).length;
        byte[] latin1 = text.getBytes(StandardCharsets.ISO_8859_1);

        Problem problem = Problem.of(refused(platform, () -> platform.papers().importBytes(latin1)), 400)
                .coded("text-not-utf8")
                .saying("Zeile " + line);
        assertThat(problem.lines()).containsExactly(line);
    }

    @OnEachDatabase
    void binaryFileIsRefusedWithItsLine(Platform platform) {
        byte[] random = new byte[50_000];
        new Random(11).nextBytes(random);
        String reference = platform.freshReference();
        byte[] head = Vorlage.numbered(reference).text().getBytes(StandardCharsets.UTF_8);
        Problem noText = Problem.of(refused(platform, () -> platform.papers().importBytes(join(head, random))), 400);
        Problem withNul =
                Problem.of(refused(platform, () -> platform.papers().importBytes(join(head, new byte[1]))), 422);

        assertThat(noText.lines()).hasSize(1).allMatch(line -> line > 1);
        assertThat(withNul.coded("text-binary").lines())
                .containsExactly(new String(head, StandardCharsets.UTF_8).split("\n", -1).length);
    }

    @OnEachDatabase
    void htmlIsRefusedWithItsLine(Platform platform) {
        String page =
                "\n<!DOCTYPE html>\n<html><body><p>Vorlagennummer: " + platform.freshReference() + "</p></body></html>";

        assertThat(Problem.of(refused(platform, () -> platform.papers().importText(page)), 422)
                        .coded("text-html")
                        .lines())
                .containsExactly(2);
    }

    @OnEachDatabase
    void textWithoutReferenceIsRefused(Platform platform) {
        String text = Vorlage.numbered(platform.freshReference()).text();
        String without = text.substring(text.indexOf('\n') + 1);

        Problem.of(refused(platform, () -> platform.papers().importText(without)), 422)
                .coded("reference-missing")
                .saying("Vorlagennummer");
    }

    @OnEachDatabase
    void textWithTwoReferencesIsRefusedWithBothLines(Platform platform) {
        String first = Vorlage.numbered(platform.freshReference()).text();
        String second = Vorlage.numbered(platform.freshReference()).text();
        String both = first + "\n" + second;

        assertThat(Problem.of(refused(platform, () -> platform.papers().importText(both)), 422)
                        .coded("reference-ambiguous")
                        .lines())
                .containsExactly(1, first.split("\n", -1).length + 1);
    }

    @OnEachDatabase
    void dateThatDoesNotExistIsImportedWithFinding(Platform platform) {
        String text = Vorlage.numbered(platform.freshReference())
                .goesTo("Sportausschuss", "Beratung", "31.02.2031", "Ö")
                .goesTo("Kreistag", "Entscheidung", "10.03.2031", "Ö")
                .text();
        Reply reply = platform.papers().importText(text).is(201);

        assertThat(linesOfFindings(reply)).contains(lineOf(text, "31.02.2031"));
        JsonNode row = platform.papers()
                .get(reply.field("id"))
                .json()
                .path("document")
                .path("consultations")
                .path(0);
        assertThat(row.has("plannedDate")).isFalse();
        assertThat(row.path("dateWording").asText()).isEqualTo("31.02.2031");
        assertThat(row.path("organization").asText()).isEqualTo("Sportausschuss");
    }

    @OnEachDatabase
    void tenThousandConsultationsAreRefusedWithTheLineOfTheFirstTooMany(Platform platform) {
        Vorlage text = Vorlage.numbered(platform.freshReference());
        for (int i = 1; i <= MANY; i++) {
            text.goesTo("Beirat " + i, "Beratung", "01.04.2031", "Ö");
        }

        List<Integer> lines = Problem.of(
                        refused(platform, () -> platform.papers().importText(text.text())), 422)
                .coded("too-many-consultations")
                .lines();
        assertThat(lines).containsExactly(lineOf(text.text(), "Beirat 201 "));
    }

    @OnEachDatabase
    void controlCharactersAreRemovedWithFinding(Platform platform) {
        String text = Vorlage.numbered(platform.freshReference())
                .titled("Rad\u0007weg \u001b[31mrot\u001b[0m \u202Egesperrt")
                .text();
        Reply reply = platform.papers().importText(text).is(201);

        assertThat(linesOfFindings(reply)).contains(lineOf(text, "Rad\u0007weg"));
        String name = platform.papers()
                .get(reply.field("id"))
                .json()
                .path("document")
                .path("name")
                .asText();
        assertThat(name).startsWith("Radweg").doesNotContain("\u0007", "\u001b", "\u202E");
    }

    @OnEachDatabase
    void refusedChangeLeavesThePaperAsItWas(Platform platform) {
        String reference = platform.freshReference();
        String id = platform.papers()
                .importAndPublish(Vorlage.numbered(reference).text())
                .field("id");
        Reply before = platform.papers().get(id);
        Vorlage tooMuch = Vorlage.numbered(reference);
        for (int i = 0; i < MANY; i++) {
            tooMuch.goesTo("Beirat " + i, "Beratung", "01.04.2031", "Ö");
        }
        platform.papers().importText(tooMuch.text()).is(422);

        assertThat(platform.papers().get(id).text()).isEqualTo(before.text());
    }

    @OnEachDatabase
    void largestTextThatIsAllowedIsKeptWhole(Platform platform) {
        String reference = platform.freshReference();
        String paragraph = "Ein Absatz von vielen, damit der Text lang wird. ".repeat(20) + "\n\n";
        String text = Vorlage.numbered(reference)
                .stating(paragraph.repeat(9 * MEBIBYTE / paragraph.length()).strip())
                .text();
        Reply reply = platform.papers().importText(text).is(201);
        JsonNode facts = platform.papers()
                .get(reply.field("id"))
                .is(200)
                .json()
                .path("document")
                .path("statementOfFacts")
                .path("paragraphs");

        assertThat(facts).hasSize(9 * MEBIBYTE / paragraph.length());
    }

    /** Sends a text that must be refused, and makes sure that nothing is left of it. */
    private static Reply refused(Platform platform, Supplier<Reply> attempt) {
        Map<String, String> before = everything(platform);
        Reply reply = attempt.get();
        assertThat(everything(platform)).as("after " + reply.status()).isEqualTo(before);
        return reply;
    }

    private static Map<String, String> everything(Platform platform) {
        Map<String, String> everything = new LinkedHashMap<>();
        platform.papers().all().forEach(line -> everything.put(line.path("id").asText(), line.toString()));
        platform.papers()
                .organizations()
                .forEach(one -> everything.put(one.path("id").asText(), one.toString()));
        return everything;
    }

    private static List<Integer> linesOfFindings(Reply imported) {
        List<Integer> lines = new java.util.ArrayList<>();
        imported.json()
                .path("findings")
                .forEach(finding -> lines.add(finding.path("line").asInt()));
        return lines;
    }

    private static int lineOf(String text, String words) {
        return text.substring(0, text.indexOf(words)).split("\n", -1).length;
    }

    private static byte[] join(byte[] one, byte[] other) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(one);
        joined.writeBytes(other);
        return joined.toByteArray();
    }
}
