package de.kreiswerk.deployment.web.page;

import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.web.form.FormTexts;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the days that a form sent, and says of all that are none at once. */
public final class Days {

    /** A year of more than four digits is mistyped. */
    private static final int LENGTH = 10;

    private final Visit visit;
    private final Map<String, Text> errors = new LinkedHashMap<>();

    /**
     * Reads.
     *
     * @param visit the request with the form
     */
    public Days(Visit visit) {
        this.visit = visit;
    }

    /**
     * A day as browsers send it.
     *
     * @param field what the form calls it
     * @param name what the service calls it
     * @return null when none was sent, or what was is none
     */
    public LocalDate day(String field, String name) {
        String typed = visit.text(field).strip();
        try {
            if (typed.length() <= LENGTH) {
                return typed.isEmpty() ? null : LocalDate.parse(typed);
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
