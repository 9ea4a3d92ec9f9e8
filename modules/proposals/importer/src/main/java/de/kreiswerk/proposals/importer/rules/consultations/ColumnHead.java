package de.kreiswerk.proposals.importer.rules.consultations;

import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.proposals.importer.words.VisibilityWording;
import de.kreiswerk.proposals.importer.words.Wording;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the head of a column says about its cells. */
enum ColumnHead {
    ORGANIZATION("beratungsfolge", "gremium", "ausschuss", "organisation"),
    DATE(
            "geplante sitzungstermine",
            "geplanter sitzungstermin",
            "sitzungstermin",
            "sitzungstermine",
            "sitzungsdatum",
            "termin",
            "datum"),
    VISIBILITY(
            "öffentlichkeitsstatus",
            "öffentlichkeit",
            "ö/n",
            "status ö/n",
            "öffentlich/nichtöffentlich",
            "öffentlich/nicht öffentlich"),
    ROLE("rolle", "zuständigkeit", "beratungsart", "beratungsaktion"),
    RESULT("ergebnis", "beschluss", "beratungsergebnis"),
    STATUS("status"),
    /** A column for crosses at what is public; it is one only in a row of heads. */
    OPEN,
    /** A column for crosses at what is not. */
    SECRET,
    NOTHING("na", "top", "aktion");

    // The longest wording first, and for good: what was one head is not tried as two.
    private static final Pattern ROW = Arrays.stream(values())
            .flatMap(head -> head.wordings.stream())
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.collectingAndThen(
                    Collectors.joining("|"), heads -> Pattern.compile("(?:(?:" + heads + ")(?: |$))++")));

    private final Set<String> wordings;

    ColumnHead(String... wordings) {
        this.wordings = Set.of(wordings);
    }

    /** The head that the words are, null when they are none. */
    static ColumnHead of(String words) {
        String plain = Wording.plain(words);
        for (ColumnHead head : values()) {
            if (head.wordings.contains(plain)) {
                return head;
            }
        }
        return null;
    }

    /** The head that a cell is among others: a letter may be a head there, where it elsewhere is a mark. */
    static ColumnHead amongHeads(String cell) {
        ColumnHead head = of(cell);
        return head != null
                ? head
                : VisibilityWording.of(cell)
                        .map(stated -> stated == Visibility.PUBLIC ? OPEN : SECRET)
                        .orElse(null);
    }

    /** Whether words are heads of columns and nothing else: one, or several with blanks between them. */
    static boolean areAll(String words) {
        return ROW.matcher(Wording.plain(words)).matches();
    }

    /** Puts a cell of this column into a row; false when the row has no use for it. */
    boolean fill(Row row, String cell) {
        return switch (this) {
            case ORGANIZATION -> row.organization(cell);
            case DATE -> row.dateWording(cell);
            case VISIBILITY -> row.selfExplaining(cell) || row.perhapsNonPublic(cell);
            case STATUS -> row.selfExplaining(cell) || row.perhapsNonPublic(cell) || row.status(cell);
            case RESULT -> row.selfExplaining(cell) || row.resultWording(cell);
            case OPEN -> row.crossedOpen(cell);
            case SECRET -> row.crossedSecret(cell);
            case ROLE -> row.selfExplaining(cell) || row.roleWording(cell);
            default -> row.selfExplaining(cell);
        };
    }
}
