package de.kreiswerk.core.formkit;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormErrorsTest {

    private static final Text TITLE = new Text("Geht nicht", "Not possible");
    private static final List<FormField> FIELDS = List.of(
            new FormField("name", "der-name", new Text("Name", "Name")),
            new FormField("email", "die-post", new Text("E-Mail", "E-mail")));

    @Test
    void whatIsWrongStandsAtItsFieldInTheOrderOfTheFormAndTheRestAboveIt() {
        Map<String, Text> wrong = new LinkedHashMap<>();
        wrong.put("other", new Text("Etwas anderes fehlt.", "Something else is missing."));
        wrong.put("email", new Text("Keine Adresse.", "No address."));
        wrong.put("name", new Text("Zu lang.", "Too long."));

        FormErrors errors = FormErrors.of(
                new InvalidEntry(Kind.UNPROCESSABLE, "entry-not-valid", TITLE, wrong), FIELDS, Locale.GERMAN);

        assertThat(errors.atFields()).extracting(FormErrors.AtField::id).containsExactly("der-name", "die-post");
        assertThat(errors.at("die-post")).isEqualTo("Keine Adresse.");
        assertThat(errors.about("die-post")).isEqualTo("die-post-fehler");
        assertThat(errors.otherwise()).isEqualTo("Etwas anderes fehlt.");
        assertThat(errors.any()).isTrue();
    }

    @Test
    void aRefusalThatNamesNoFieldIsSaidAboveTheFormInTheReadersLanguage() {
        FormErrors errors = FormErrors.of(refused(Kind.CONFLICT), FIELDS, Locale.ENGLISH);

        assertThat(errors.otherwise()).isEqualTo("Why not.");
        assertThat(errors.atFields()).isEmpty();
        assertThat(errors.at("der-name")).isNull();
        assertThat(errors.about("der-name")).isNull();
    }

    @Test
    void whereTheFormIsAButtonAloneEverythingIsSaidAtIt() {
        List<FormField> button = List.of(new FormField(FormField.ALL, "knopf", new Text("Löschen", "Delete")));

        FormErrors errors = FormErrors.of(refused(Kind.PRECONDITION_FAILED), button, Locale.GERMAN);

        assertThat(errors.at("knopf")).isEqualTo("Warum nicht.");
        assertThat(errors.otherwise()).isNull();
        assertThat(errors.conflict()).isFalse();
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsAConflictAndNoMistake() {
        FormErrors errors = FormErrors.of(refused(Kind.PRECONDITION_FAILED), FIELDS, Locale.GERMAN);

        assertThat(errors.conflict()).isTrue();
        assertThat(errors.atFields()).isEmpty();
        assertThat(errors.any()).isTrue();
        assertThat(FormErrors.NONE.any()).isFalse();
    }

    private static ProblemException refused(Kind kind) {
        return new ProblemException(kind, "not-possible", TITLE, new Text("Warum nicht.", "Why not."));
    }
}
