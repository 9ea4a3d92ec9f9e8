package de.kreiswerk.core.api.problem;

import de.kreiswerk.core.api.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An entry cannot be as somebody wants it, and it is known at which of its fields. All that is wrong is said at once; kind, code
 * and title are those of the first.
 */
public class InvalidEntry extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Text> errors;

    /**
     * Refuses an entry.
     *
     * @param kind what sort of failure it is
     * @param code the lasting short name for programs
     * @param title the failure in a few words
     * @param errors field to what is wrong and what to do, in the order in which it is said; at least one. Fields are called as
     *     the parts of the entry are, with a dot before a part of a part
     */
    public InvalidEntry(Problem.Kind kind, String code, Text title, Map<String, Text> errors) {
        super(new Problem(kind, code, title, detail(errors), places(errors)));
        this.errors = new LinkedHashMap<>(errors);
    }

    /**
     * What is wrong.
     *
     * @return field to what is wrong and what to do
     */
    public Map<String, Text> errors() {
        return new LinkedHashMap<>(errors);
    }

    private static Text detail(Map<String, Text> errors) {
        return new Text(
                errors.values().stream().map(Text::german).distinct().collect(Collectors.joining(" ")),
                errors.values().stream().map(Text::english).distinct().collect(Collectors.joining(" ")));
    }

    private static List<Problem.Place> places(Map<String, Text> errors) {
        return errors.entrySet().stream()
                .map(error -> new Problem.Place(
                        0,
                        new Text(
                                error.getKey() + ": " + error.getValue().german(),
                                error.getKey() + ": " + error.getValue().english())))
                .toList();
    }
}
