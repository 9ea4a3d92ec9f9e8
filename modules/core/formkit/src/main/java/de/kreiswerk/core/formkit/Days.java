package de.kreiswerk.core.formkit;

import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.text.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads the days that a form sent, and says of all that are none at once. */
public final class Days {

    /** A year of more than four digits is mistyped. */
    private static final int LENGTH = 10;

    private final UnaryOperator<String> typed;
    private final Map<String, Text> errors = new LinkedHashMap<>();

    /**
     * Reads.
     *
     * @param typed what was sent as a field of the form, by the field's name; never null
     */
    public Days(UnaryOperator<String> typed) {
        this.typed = typed;
    }

    /**
     * A day as browsers send it.
     *
     * @param field what the form calls it
     * @param name what the service calls it
     * @return null when none was sent, or what was is none
     */
    public LocalDate day(String field, String name) {
        String day = typed.apply(field).strip();
        try {
            if (day.length() <= LENGTH) {
                return day.isEmpty() ? null : LocalDate.parse(day);
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        errors.put(name, FormTexts.A_DAY);
        return null;
    }

    /** Ends it when something that was read is no day. */
    public void mustBeDays() {
        if (!errors.isEmpty()) {
            throw new InvalidEntry(Problem.Kind.UNPROCESSABLE, "entry-not-valid", FormTexts.NOT_VALID, errors);
        }
    }
}
