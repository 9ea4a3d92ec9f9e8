package de.kreiswerk.proposals.importer.words;

import de.kreiswerk.proposals.api.Visibility;
import java.util.Optional;
import java.util.Set;

/** Public or not, written out or as the letters Ö and N. */
public final class VisibilityWording {

    private static final Set<String> PUBLIC = Set.of("öffentlich", "ö");
    private static final Set<String> NON_PUBLIC =
            Set.of("nichtöffentlich", "nicht öffentlich", "nicht-öffentlich", "nö", "n");

    private VisibilityWording() {}

    /** The visibility that is all that the words say. */
    public static Optional<Visibility> of(String words) {
        if (Wording.isOneOf(PUBLIC, words)) {
            return Optional.of(Visibility.PUBLIC);
        }
        return Wording.isOneOf(NON_PUBLIC, words) ? Optional.of(Visibility.NON_PUBLIC) : Optional.empty();
    }

    /** The visibility of a meeting whose name says it: {@code Nichtöffentliche Sitzung des …}. */
    public static Optional<Visibility> ofMeeting(String name) {
        String start = Wording.plain(name.substring(0, Math.min(30, name.length())));
        if (start.startsWith("nichtöffentliche sitzung") || start.startsWith("nicht öffentliche sitzung")) {
            return Optional.of(Visibility.NON_PUBLIC);
        }
        return start.startsWith("öffentliche sitzung") ? Optional.of(Visibility.PUBLIC) : Optional.empty();
    }
}
