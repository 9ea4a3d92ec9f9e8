package de.kreiswerk.core.formkit;

import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why nothing was changed.
 *
 * @param atFields what is wrong at fields, in the order of the form
 * @param otherwise what belongs to no field, null when there is nothing of the kind
 * @param conflict whether somebody else changed it meanwhile
 */
public record FormErrors(List<AtField> atFields, String otherwise, boolean conflict) {

    /** Nothing went wrong. */
    public static final FormErrors NONE = new FormErrors(List.of(), null, false);

    /** Copies the list. */
    public FormErrors {
        atFields = List.copyOf(atFields);
    }

    /**
     * What is wrong at a field.
     *
     * @param id what the field is called in the page
     * @param label what people call it
     * @param words what is wrong and what to do
     */
    public record AtField(String id, String label, String words) {}

    /**
     * Puts a refusal where it belongs. Nothing of it is lost: what is about no field of the form is said above it.
     *
     * @param refused the refusal
     * @param fields the fields of the form that was sent, in its order
     * @param language the reader's language
     */
    public static FormErrors of(ProblemException refused, List<FormField> fields, Locale language) {
        Problem problem = refused.problem();
        boolean button = fields.stream().anyMatch(field -> field.name().equals(FormField.ALL));
        if (problem.kind() == Problem.Kind.PRECONDITION_FAILED && !button && !fields.isEmpty()) {
            return new FormErrors(List.of(), null, true);
        }
        Map<String, Text> left = new LinkedHashMap<>();
        if (refused instanceof InvalidEntry invalid) {
            left.putAll(invalid.errors());
        } else {
            left.put(FormField.ALL, problem.detail());
        }
        List<AtField> found = new ArrayList<>();
        for (FormField field : fields) {
            String words = field.name().equals(FormField.ALL)
                    ? taken(left, language)
                    : left.containsKey(field.name()) ? left.remove(field.name()).in(language) : null;
            if (words != null) {
                found.add(new AtField(field.id(), field.label().in(language), words));
            }
        }
        return new FormErrors(found, taken(left, language), false);
    }

    /** All that is left, in words; null when nothing is. */
    private static String taken(Map<String, Text> left, Locale language) {
        if (left.isEmpty()) {
            return null;
        }
        String words =
                left.values().stream().map(text -> text.in(language)).distinct().collect(Collectors.joining(" "));
        left.clear();
        return words;
    }

    /** Whether anything went wrong. */
    public boolean any() {
        return conflict || otherwise != null || !atFields.isEmpty();
    }

    /** What is wrong at a field of the page, null when nothing is. */
    public String at(String id) {
        return atFields.stream()
                .filter(each -> each.id().equals(id))
                .map(AtField::words)
                .findFirst()
                .orElse(null);
    }

    /** The id of what is said about a field of the page, null when nothing is. */
    public String about(String id) {
        return at(id) == null ? null : id + "-fehler";
    }
}
