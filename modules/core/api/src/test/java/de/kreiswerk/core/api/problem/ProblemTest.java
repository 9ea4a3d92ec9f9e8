package de.kreiswerk.core.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final Text TITLE = new Text("Vorlage nicht gefunden", "Proposal not found");
    private static final Text DETAIL = new Text("Es gibt keine Vorlage 9.", "There is no proposal 9.");

    @Test
    void everyKindHasAnErrorStatusOfItsOwn() {
        assertThat(Arrays.stream(Problem.Kind.values()).map(Problem.Kind::status))
                .doesNotHaveDuplicates()
                .allMatch(status -> status >= 400 && status <= 599)
                .contains(400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 414, 415, 416, 422, 500, 503);
    }

    @Test
    void theMessageForTheLogNamesTheCode() {
        assertThat(new ProblemException(Problem.Kind.NOT_FOUND, "paper-not-found", TITLE, DETAIL))
                .hasMessage("paper-not-found: There is no proposal 9.");
    }

    @Test
    void placesCannotChangeAfterwards() {
        List<Problem.Place> places = new ArrayList<>(List.of(new Problem.Place(3, DETAIL)));
        Problem problem = new Problem(Problem.Kind.UNPROCESSABLE, "text-wrong", TITLE, DETAIL, places);

        places.clear();

        assertThat(problem.places()).containsExactly(new Problem.Place(3, DETAIL));
    }
}
