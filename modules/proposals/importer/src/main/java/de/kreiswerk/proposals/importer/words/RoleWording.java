package de.kreiswerk.proposals.importer.words;

import static java.util.Map.entry;

import de.kreiswerk.proposals.api.PaperDocument.Role;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a committee does with a proposal, in the words that councils use for it. */
public final class RoleWording {

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
        return Optional.ofNullable(ROLES.get(Wording.plain(words)));
    }

    /** A committee's name and the role behind it, with or without brackets around the role. */
    public static Optional<Wording.Tail> behind(String name) {
        int open = name.lastIndexOf('(');
        if (open > 0 && name.endsWith(")")) {
            String inBrackets = name.substring(open + 1, name.length() - 1);
            return of(inBrackets)
                    .map(role -> new Wording.Tail(name.substring(0, open).strip(), inBrackets.strip()));
        }
        return Wording.tail(ROLES.keySet(), name)
                .filter(tail -> !tail.before().isEmpty())
                .filter(RoleWording::isNoun);
    }

    // "… in Beratung" is lower or upper case in German running text, a role after a name is always a noun.
    private static boolean isNoun(Wording.Tail tail) {
        String first = tail.wording().substring(0, 1);
        return first.equals(first.toUpperCase(Locale.GERMAN)) || tail.wording().startsWith("zur ");
    }
}
