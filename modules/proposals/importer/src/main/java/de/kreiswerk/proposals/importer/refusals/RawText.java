package de.kreiswerk.proposals.importer.refusals;

import java.util.List;

/** What is refused before anything is read: a text that is none, or more than may be read. */
public final class RawText {

    private static final List<RawRule> RULES = List.of(
            new TextTooLarge(),
            new TextEmpty(),
            new TextBinary(),
            new TextHtml(),
            new LineTooLong(),
            new TooManyLines());

    private RawText() {}

    /**
     * Refuses what cannot be a proposal.
     *
     * @param text the text as it came
     * @throws de.kreiswerk.core.api.problem.ProblemException with the first reason
     */
    public static void admit(String text) {
        RULES.forEach(rule -> rule.admit(text));
    }

    /** One reason to refuse a text as it came. */
    interface RawRule {
        void admit(String text);
    }

    /** The number of the line that an offset lies in. */
    static int lineAt(String text, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (endsLine(text, i)) {
                line++;
            }
        }
        return line;
    }

    static boolean endsLine(String text, int at) {
        char c = text.charAt(at);
        return c == '\n' || c == '\r' && !text.startsWith("\n", at + 1);
    }
}
