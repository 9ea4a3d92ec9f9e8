package de.kreiswerk.core.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.Problem.Place;
import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class JsonProblemDetailsTest {

    private final JsonProblemDetails details = new JsonProblemDetails();

    @Test
    void aProblemIsWrittenAsRfc9457Says() {
        assertThat(details.json(problem("Es gibt keine Vorlage 9.", List.of()), Locale.GERMAN, "req7"))
                .isEqualTo("{\"type\":\"urn:kreiswerk:problem:paper-not-found\",\"title\":\"Vorlage nicht gefunden\","
                        + "\"status\":404,\"detail\":\"Es gibt keine Vorlage 9.\",\"code\":\"paper-not-found\","
                        + "\"requestId\":\"req7\"}");
    }

    @Test
    void placesAreNamedWhenThereAreSome() {
        String json = details.json(
                problem(
                        "x",
                        List.of(
                                new Place(17, new Text("Datum gibt es nicht", "no such date")),
                                new Place(0, Text.same("y")))),
                Locale.ENGLISH,
                null);

        assertThat(json)
                .contains("\"places\":[{\"line\":17,\"reason\":\"no such date\"},{\"line\":0,\"reason\":\"y\"}]")
                .doesNotContain("requestId");
    }

    @Test
    void everyTextIsInTheLanguageOfTheReader() {
        Problem problem = problem("x", List.of(new Place(1, new Text("hier", "here"))));

        assertThat(details.json(problem, Locale.UK, null))
                .contains("Proposal not found", "detail in English", "here")
                .doesNotContain("Vorlage", "hier");
        assertThat(details.json(problem, Locale.FRENCH, null)).contains("Vorlage nicht gefunden", "hier");
    }

    @Test
    void wordsOfTheInputCannotBreakOut() {
        assertThat(details.json(problem("\"},\n\u0000\u2028<script>", List.of()), Locale.GERMAN, null))
                .contains("\\\"},\\n\\u0000")
                .doesNotContain("\n");
    }

    private static Problem problem(String detail, List<Place> places) {
        return new Problem(
                Problem.Kind.NOT_FOUND,
                "paper-not-found",
                new Text("Vorlage nicht gefunden", "Proposal not found"),
                new Text(detail, "detail in English"),
                places);
    }
}
