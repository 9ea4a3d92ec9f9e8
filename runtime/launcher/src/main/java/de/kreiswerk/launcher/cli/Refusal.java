package de.kreiswerk.launcher.cli;

/** Ends a command with one sentence for the person who gave it. */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String german;
    private final String english;

    private Refusal(int exitCode, String german, String english) {
        super(english);
        this.exitCode = exitCode;
        this.german = german;
        this.english = english;
    }

    /**
     * The command was given wrongly.
     *
     * @param german what is wrong, and what to do
     * @param english the same
     * @return a refusal with exit code 2
     */
    public static Refusal usage(String german, String english) {
        return new Refusal(2, german, english);
    }

    /**
     * The command cannot be carried out.
     *
     * @param german why, and what to do
     * @param english the same
     * @return a refusal with exit code 1
     */
    public static Refusal failed(String german, String english) {
        return new Refusal(1, german, english);
    }

    /**
     * The exit code of the process.
     *
     * @return 1 or 2
     */
    public int exitCode() {
        return exitCode;
    }

    /**
     * The sentence.
     *
     * @param language the reader's language
     * @return one sentence or two, without a line break
     */
    public String sentence(Language language) {
        return language.pick(german, english);
    }
}
