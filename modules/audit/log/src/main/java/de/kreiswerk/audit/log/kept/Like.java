package de.kreiswerk.audit.log.kept;

/** Patterns for {@code like ? escape '!'}. */
public final class Like {

    private Like() {}

    /**
     * What contains a text.
     *
     * @param text the text, whatever signs it has
     * @return the pattern
     */
    public static String containing(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
