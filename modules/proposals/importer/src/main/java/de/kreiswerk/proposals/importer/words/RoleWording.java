package de.kreiswerk.proposals.importer.words;

import static java.util.Map.entry;

import de.kreiswerk.proposals.api.PaperDocument.Role;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a committee does with a proposal, in the words that councils use for it. */
public final class RoleWording {

    private static final String TO = "zur ";
    private static final Pattern LOOSE_END = Pattern.compile("[\\s,;:–-]+$");

    private static final Map<String, Role> ROLES = Map.ofEntries(
            entry("beratung", Role.CONSULTATION),
            entry("vorberatung", Role.CONSULTATION),
            entry("mitberatung", Role.CONSULTATION),
            entry("vorbereitung", Role.CONSULTATION),
            entry("anhörung", Role.CONSULTATION),
            entry("entscheidung", Role.DECISION),
            entry("beschlussfassung", Role.DECISION),
            entry("abschließende beschlussfassung", Role.DECISION),
            entry("abschließende entscheidung", Role.DECISION),
            entry("empfehlung", Role.RECOMMENDATION),
            entry("beschlussempfehlung", Role.RECOMMENDATION),
            entry("beschlussempfehlung an den kreistag", Role.RECOMMENDATION),
            entry("beschlussempfehlung an den rat", Role.RECOMMENDATION),
            entry("beschlussempfehlung an den kreisausschuss", Role.RECOMMENDATION),
            entry("beschlussempfehlung an den verwaltungsausschuss", Role.RECOMMENDATION),
            entry("kenntnisnahme", Role.INFORMATION),
            entry("zur kenntnisnahme", Role.INFORMATION),
            entry("zur kenntnis", Role.INFORMATION),
            entry("information", Role.INFORMATION),
            entry("zur information", Role.INFORMATION));

    private RoleWording() {}

    /** The role that is all that the words say. */
    public static Optional<Role> of(String words) {
        String plain = Wording.plain(words);
        String role = plain.startsWith(TO) ? plain.substring(TO.length()) : plain;
        return Optional.ofNullable(ROLES.getOrDefault(plain, ROLES.get(role)));
    }

    /** A committee's name and the role behind it, with or without brackets around the role. */
    public static Optional<Wording.Tail> behind(String name) {
        int open = name.lastIndexOf('(');
        if (open > 0 && name.endsWith(")")) {
            String inBrackets = name.substring(open + 1, name.length() - 1);
            return of(inBrackets)
                    .map(role -> new Wording.Tail(withoutLooseEnd(name.substring(0, open)), inBrackets.strip()));
        }
        return Wording.tail(ROLES.keySet(), name)
                .map(RoleWording::withTo)
                .filter(tail -> !tail.before().isEmpty())
                .filter(RoleWording::isNoun);
    }

    private static Wording.Tail withTo(Wording.Tail tail) {
        String before = tail.before();
        int cut = before.length() - TO.length();
        return before.regionMatches(true, cut, " zur", 0, TO.length())
                ? new Wording.Tail(
                        withoutLooseEnd(before.substring(0, cut)), before.substring(cut + 1) + " " + tail.wording())
                : new Wording.Tail(withoutLooseEnd(before), tail.wording());
    }

    private static String withoutLooseEnd(String name) {
        return LOOSE_END.matcher(name.strip()).replaceFirst("");
    }

    // "… in Beratung" is lower or upper case in German running text, a role after a name is always a noun.
    private static boolean isNoun(Wording.Tail tail) {
        String first = tail.wording().substring(0, 1);
        return first.equals(first.toUpperCase(Locale.GERMAN)) || tail.wording().startsWith(TO);
    }
}
