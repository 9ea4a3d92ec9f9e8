package de.kreiswerk.proposals.importer.words;

import java.util.Optional;
import java.util.Set;

/** How a committee ended a consultation, in the words that councils use for it. */
public final class ResultWording {

    private static final Set<String> RESULTS = Set.of(
            "ungeändert beschlossen",
            "geändert beschlossen",
            "mit änderungen beschlossen",
            "einstimmig beschlossen",
            "mehrheitlich beschlossen",
            "beschlossen",
            "ungeändert empfohlen",
            "geändert empfohlen",
            "empfohlen",
            "zur kenntnis genommen",
            "abgesetzt",
            "abgelehnt",
            "vertagt",
            "zurückgestellt",
            "zurückgezogen",
            "zurückverwiesen",
            "verwiesen",
            "(offen)",
            "keine beschlussfassung erforderlich",
            "ohne beschlussempfehlung",
            "ohne beschlussfassung");

    private ResultWording() {}

    /** Whether the words are a result and nothing else. */
    public static boolean is(String words) {
        return Wording.isOneOf(RESULTS, words);
    }

    /** A meeting's name and the result behind it. */
    public static Optional<Wording.Tail> behind(String words) {
        return Wording.tail(RESULTS, words);
    }
}
