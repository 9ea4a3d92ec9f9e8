package de.kreiswerk.proposals.importer.words;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a committee tells. */
public final class CommitteeName {

    private static final List<String> COMMITTEES =
            List.of("ausschuss", "kreistag", "kommission", "kuratorium", "versammlung", "vertretung", "gremium");
    private static final int MAX_LENGTH = 300;
    private static final Set<String> MAIN_COMMITTEES = Set.of("kreisausschuss", "verwaltungsausschuss");
    private static final Pattern MAIN_BODY =
            Pattern.compile("(?:kreistag|rat|stadtrat|gemeinderat)(?: de[rs] .{1,100})?");

    private CommitteeName() {}

    /** Whether words look like the name of a committee. */
    public static boolean looksLike(String words) {
        if (words.length() > MAX_LENGTH) {
            return false;
        }
        String lower = words.toLowerCase(Locale.GERMAN);
        return COMMITTEES.stream().anyMatch(lower::contains) || hasWordOnRat(lower);
    }

    // Rat, Stadtrat, Beirat für …, but not Ratenzahlung or Beratung.
    private static boolean hasWordOnRat(String lower) {
        int at = lower.indexOf("rat");
        while (at >= 0 && at + 3 < lower.length() && Character.isLetter(lower.charAt(at + 3))) {
            at = lower.indexOf("rat", at + 3);
        }
        return at >= 0;
    }

    /** Whether it is the Kreistag, or the council of a town. */
    public static boolean isMainBody(String name) {
        return MAIN_BODY.matcher(Wording.plain(name)).matches();
    }

    /** Whether it is the Kreisausschuss, or the Verwaltungsausschuss of a town. */
    public static boolean isMainCommittee(String name) {
        return MAIN_COMMITTEES.contains(Wording.plain(name));
    }
}
