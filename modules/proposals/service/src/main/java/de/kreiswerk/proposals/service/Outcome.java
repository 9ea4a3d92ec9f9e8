package de.kreiswerk.proposals.service;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the words of a result mean for the matter. Minutes are written freely: each clause is heard by itself, and where they do not
 * add up to one answer there is none, because a decision that nobody took must not be shown.
 */
enum Outcome {
    /** There is no result yet. */
    OPEN,
    /** It comes back, here or elsewhere, or was taken away. */
    POSTPONED,
    /** The words do not tell, or tell more than one thing. */
    UNKNOWN,
    /** The committee is through with it. */
    ENDED;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern CLAUSE =
            Pattern.compile("[,;.:!?()\\n]|\\s[-–—]\\s|\\s(?:und|aber|jedoch|sondern|sowie|danach|anschließend)\\s");
    private static final Pattern NOT_YET =
            Pattern.compile("(?:noch )?offen|ausstehend|(?:ergebnis )?steht noch aus|noch nicht\\b.*");

    /** What is longer is no result, whatever words are in it. */
    private static final int MAX_LENGTH = 2_000;

    static Outcome of(String result) {
        if (result != null && result.length() > MAX_LENGTH) {
            return UNKNOWN;
        }
        String lower = result == null ? "" : result.toLowerCase(Locale.GERMAN);
        String words = plain(lower);
        if (words.isEmpty() || NOT_YET.matcher(words).matches()) {
            return OPEN;
        }
        Set<ResultClause> said = EnumSet.noneOf(ResultClause.class);
        clauses(lower).forEach(clause -> said.add(ResultClause.of(clause)));
        if (said.contains(ResultClause.AMBIGUOUS)) {
            return UNKNOWN;
        }
        if (said.contains(ResultClause.TO_PUT_OFF)) {
            return POSTPONED;
        }
        boolean ended = said.contains(ResultClause.ENDED);
        if (said.contains(ResultClause.PUT_OFF)) {
            return ended ? UNKNOWN : POSTPONED;
        }
        boolean votedOnly = said.contains(ResultClause.VOTED) && !said.contains(ResultClause.ASIDE);
        return ended || votedOnly ? ENDED : UNKNOWN;
    }

    /** A motion that is named before a comma gets its verdict behind it. */
    private static List<String> clauses(String lower) {
        List<String> clauses = new ArrayList<>();
        String motion = "";
        for (String part : CLAUSE.split(lower)) {
            String clause = (motion + " " + plain(part)).strip();
            motion = ResultClause.isMotionWithoutVerdict(clause) ? clause : "";
            if (motion.isEmpty() && !clause.isEmpty()) {
                clauses.add(clause);
            }
        }
        if (!motion.isEmpty()) {
            clauses.add(motion);
        }
        return clauses;
    }

    private static String plain(String words) {
        return NO_LETTERS.matcher(words).replaceAll(" ").strip();
    }
}
