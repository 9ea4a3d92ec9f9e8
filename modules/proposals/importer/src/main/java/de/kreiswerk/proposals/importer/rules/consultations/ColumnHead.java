package de.kreiswerk.proposals.importer.rules.consultations;

import de.kreiswerk.proposals.importer.words.Wording;
import java.util.Set;

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
    NOTHING("na", "top", "aktion");

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

    /** Puts a cell of this column into a row; false when the row has no use for it. */
    boolean fill(Row row, String cell) {
        return switch (this) {
            case ORGANIZATION -> row.organization(cell);
            case DATE -> row.dateWording(cell);
            case VISIBILITY -> row.selfExplaining(cell) || row.perhapsNonPublic(cell);
            case STATUS -> row.selfExplaining(cell) || row.perhapsNonPublic(cell) || row.status(cell);
            case RESULT -> row.selfExplaining(cell) || row.resultWording(cell);
            case ROLE -> row.selfExplaining(cell) || row.roleWording(cell);
            default -> row.selfExplaining(cell);
        };
    }
}
