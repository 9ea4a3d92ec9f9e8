package de.kreiswerk.core.formkit;

/**
 * A field as a form shows it.
 *
 * @param id what it is called in the page
 * @param value what stands in it
 * @param error what is wrong with it, null when nothing is
 * @param now what holds now, said where somebody else changed it meanwhile and the field says otherwise; else null
 */
public record Field(String id, String value, String error, String now) {

    /** Whether something is wrong with it. */
    public boolean isWrong() {
        return error != null;
    }

    /** The ids of what is said about it, null when nothing is. */
    public String describedBy(String hint) {
        String about = (hint == null && now == null ? "" : id + "-hinweis ") + (error == null ? "" : id + "-fehler");
        return about.isEmpty() ? null : about.strip();
    }
}
