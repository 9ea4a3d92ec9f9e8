package de.kreiswerk.proposals.service;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the words of a result mean for the matter. Minutes are written freely, so single words count, wherever they stand. */
enum Outcome {
    /** There is no result yet. */
    OPEN,
    /** It comes back, here or elsewhere, or was taken away. */
    POSTPONED,
    /** The committee is through with it. */
    ENDED;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final List<String> NOT_YET = List.of("offen", "noch offen", "ausstehend", "steht noch aus");

    /** What begins like this is put off, whatever else it says. */
    private static final List<String> PUT_OFF = List.of(
            "vertagt",
            "abgesetzt",
            "zurückgestellt",
            "zurückverwiesen",
            "verwiesen",
            "überwiesen",
            "zurückgezogen",
            "verschoben",
            "ausgesetzt",
            "nicht behandelt",
            "nicht beraten",
            "nicht aufgerufen",
            "ohne beschluss",
            "ohne beschlussfassung");

    /** What speaks of this is, unless it says how it ended: also the motion to put off may have been refused. */
    private static final List<String> PUTTING_OFF = List.of(
            "vertagen",
            "vertagung",
            "absetzen",
            "abzusetzen",
            "absetzung",
            "zurückstellen",
            "zurückzustellen",
            "zurückstellung",
            "zurückverweisen",
            "zurückzuverweisen",
            "zurückverweisung",
            "rückverweisung",
            "verweisen",
            "verweisung");

    private static final Set<String> ENDINGS = Set.of(
            "beschlossen",
            "abgelehnt",
            "angenommen",
            "zugestimmt",
            "empfohlen",
            "kenntnis",
            "genehmigt",
            "gewählt",
            "bestätigt");

    static Outcome of(String result) {
        String words = result == null
                ? ""
                : NO_LETTERS
                        .matcher(result.toLowerCase(Locale.GERMAN))
                        .replaceAll(" ")
                        .strip();
        if (words.isEmpty() || begins(words, List.of("noch nicht"))) {
            return OPEN;
        }
        if (begins(words, PUT_OFF)) {
            return POSTPONED;
        }
        if (Arrays.stream(words.split(" ")).anyMatch(ENDINGS::contains)) {
            return ENDED;
        }
        if (begins(words, NOT_YET)) {
            return OPEN;
        }
        return holds(words, PUT_OFF) || holds(words, PUTTING_OFF) ? POSTPONED : ENDED;
    }

    private static boolean begins(String words, List<String> wordings) {
        return wordings.stream().anyMatch(wording -> (words + " ").startsWith(wording + " "));
    }

    private static boolean holds(String words, List<String> wordings) {
        return wordings.stream().anyMatch(wording -> (" " + words + " ").contains(" " + wording + " "));
    }
}
