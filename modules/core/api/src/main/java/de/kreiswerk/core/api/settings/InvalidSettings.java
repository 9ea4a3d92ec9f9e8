package de.kreiswerk.core.api.settings;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings cannot be as somebody wants them; a problem of kind UNPROCESSABLE. */
public class InvalidSettings extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Text> errors;

    /**
     * Refuses a change.
     *
     * @param errors key of the setting to what is wrong and what to do
     */
    public InvalidSettings(Map<String, Text> errors) {
        super(new Problem(
                Problem.Kind.UNPROCESSABLE,
                "settings-invalid",
                new Text("Einstellungen nicht möglich", "Settings not possible"),
                new Text(
                        "Mindestens ein Wert kann so nicht gesetzt werden. Es wurde nichts geändert.",
                        "At least one value cannot be set like this. Nothing was changed."),
                errors.entrySet().stream()
                        .map(error -> new Problem.Place(
                                0,
                                new Text(
                                        error.getKey() + ": " + error.getValue().german(),
                                        error.getKey() + ": " + error.getValue().english())))
                        .toList()));
        this.errors = new LinkedHashMap<>(errors);
    }

    /**
     * What is wrong.
     *
     * @return key of the setting to what is wrong and what to do
     */
    public Map<String, Text> errors() {
        return new LinkedHashMap<>(errors);
    }
}
