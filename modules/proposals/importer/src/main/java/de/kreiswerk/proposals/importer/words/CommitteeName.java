package de.kreiswerk.proposals.importer.words;

import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a committee tells. */
public final class CommitteeName {

    private static final Pattern COMMITTEE = Pattern.compile(
            "ausschuss|kreistag|rat\\b|kommission|kuratorium|versammlung|vertretung|gremium",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<String> MAIN_COMMITTEES = Set.of("kreisausschuss", "verwaltungsausschuss");
    private static final Pattern MAIN_BODY = Pattern.compile("(?:kreistag|rat|stadtrat|gemeinderat)(?: de[rs] .{1,100})?");

    private CommitteeName() {}

    /** Whether words look like the name of a committee. */
    public static boolean looksLike(String words) {
        return words.length() <= 300 && COMMITTEE.matcher(words).find();
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
