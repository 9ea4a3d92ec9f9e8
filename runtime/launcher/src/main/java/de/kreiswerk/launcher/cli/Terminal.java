package de.kreiswerk.launcher.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a command was given and where its answer goes.
 *
 * @param out the standard output
 * @param err the standard error output
 * @param environment the environment variables
 * @param language the language to answer in
 */
public record Terminal(PrintStream out, PrintStream err, Map<String, String> environment, Language language) {

    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\s*\\p{Cc}[\\s\\p{Cc}]*");

    /** Copies the environment. */
    public Terminal {
        environment = Map.copyOf(environment);
    }

    /**
     * Chooses the words.
     *
     * @param german in German
     * @param english in English
     * @return those of the terminal's language
     */
    public String pick(String german, String english) {
        return language.pick(german, english);
    }

    /**
     * An environment variable.
     *
     * @param name its name
     * @return its value, empty when it is missing or blank
     */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /**
     * Makes text from elsewhere fit for one line of a terminal. Answers quote documents, and a document must not be able
     * to steer the terminal.
     *
     * @param text any text
     * @return the text with each run of control characters replaced by a space
     */
    public static String oneLine(String text) {
        return CONTROL_CHARACTERS.matcher(text).replaceAll(" ").strip();
    }

    /**
     * Why something failed. The message alone is not enough: that of a file which must not be read is its name.
     *
     * @param failure what was thrown
     * @return its kind and its message, for one line of a terminal
     */
    public static String reason(Exception failure) {
        return oneLine(failure.getClass().getSimpleName() + " " + failure.getMessage());
    }
}
