package de.kreiswerk.proposals.importer.rules.consultations;

import de.kreiswerk.proposals.api.PaperDocument.PlannedConsultation;
import de.kreiswerk.proposals.api.PaperDocument.Role;
import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.proposals.importer.reading.Found;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.GermanDate;
import de.kreiswerk.proposals.importer.words.ResultWording;
import de.kreiswerk.proposals.importer.words.RoleWording;
import de.kreiswerk.proposals.importer.words.VisibilityWording;
import de.kreiswerk.proposals.importer.words.Wording;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** A row of a Beratungsfolge while its pieces are found. Each method says whether it had a use for the words. */
final class Row {

    private static final int MAX_BRIEF = 80;

    private final int line;
    private String organization;
    private Role role;
    private String roleWording;
    private GermanDate date;
    private Visibility visibility;
    private String meeting;
    private String result;
    private String status;
    // The first line that speaks of secrecy, 0 when none does.
    private int secrecy;

    Row(int line) {
        this.line = line;
    }

    int line() {
        return line;
    }

    boolean hasOrganization() {
        return organization != null;
    }

    boolean hasDate() {
        return date != null;
    }

    boolean hasMeeting() {
        return meeting != null;
    }

    Found<PlannedConsultation> found() {
        return new Found<>(
                new PlannedConsultation(
                        organization,
                        role,
                        roleWording,
                        date == null ? null : date.date(),
                        date == null ? null : date.wording(),
                        secrecy > 0 ? Visibility.NON_PUBLIC : visibility,
                        meeting,
                        result,
                        status),
                line);
    }

    /** Listens to a line that belongs to it, whether or not it has a use for its words otherwise. */
    void hear(Line words) {
        if (VisibilityWording.speaksOfSecrecy(words.text())) {
            keepBack(words.number());
        }
    }

    /** Counts it as non-public because a line says so. */
    void keepBack(int because) {
        secrecy = secrecy == 0 ? because : secrecy;
    }

    /** Whether nothing is said about the public. */
    boolean isSilent() {
        return visibility == null && secrecy == 0;
    }

    /** The line because of which it counts as non-public without having been marked so; empty when it was, or does not. */
    OptionalInt assumedAt() {
        return secrecy > 0 && visibility != Visibility.NON_PUBLIC ? OptionalInt.of(secrecy) : OptionalInt.empty();
    }

    /** The committee's name, perhaps with its role and whether it is public behind it. */
    boolean organization(String words) {
        if (organization != null || words.isEmpty()) {
            return false;
        }
        perhapsMarked(words);
        // Kreisausschuss (Beratung) N, Kreisausschuss (N) Beratung
        nameAndRole(withoutMark(words));
        organization = withoutMark(organization);
        return true;
    }

    private String withoutMark(String name) {
        return VisibilityWording.markBehind(name)
                .or(() -> VisibilityWording.markBefore(name))
                .filter(mark -> visibility(mark.wording()))
                .map(Wording.Tail::before)
                .orElse(name);
    }

    private void nameAndRole(String words) {
        Optional<Wording.Tail> tail = role == null ? RoleWording.behind(words) : Optional.empty();
        organization = tail.map(Wording.Tail::before).orElse(words);
        tail.ifPresent(behind -> role(behind.wording()));
    }

    boolean role(String words) {
        return RoleWording.of(words).isPresent() && roleWording(words);
    }

    /** A column for roles holds one, known or not. */
    boolean roleWording(String words) {
        if (roleWording != null) {
            return false;
        }
        role = RoleWording.of(words).orElse(null);
        roleWording = words;
        return true;
    }

    boolean date(String words) {
        return GermanDate.of(words).map(this::date).orElse(false);
    }

    boolean date(GermanDate found) {
        boolean first = date == null;
        date = first ? found : date;
        return first;
    }

    /** A column for dates holds one even when it says more ({@code 03.02.2026, vorläufig}) or none ({@code noch offen}). */
    boolean dateWording(String words) {
        LocalDate day = GermanDate.in(words)
                .filter(first ->
                        !first.isOneOfSeveral() && GermanDate.in(first.after()).isEmpty())
                .map(GermanDate::date)
                .orElse(null);
        return date(new GermanDate(words, day, "", ""));
    }

    boolean visibility(String words) {
        Optional<Visibility> stated = VisibilityWording.of(words);
        if (visibility != null || stated.isEmpty()) {
            stated.filter(other -> other == Visibility.NON_PUBLIC).ifPresent(secret -> keepBack(line));
            return false;
        }
        visibility = stated.get();
        return true;
    }

    /** A cell of a column for what is public: a no in it keeps back. */
    boolean crossedOpen(String cell) {
        if (cell.equalsIgnoreCase("nein")) {
            keepBack(line);
        }
        return Cross.isTicked(cell)
                ? visibility("Ö")
                : Cross.isEmpty(cell) || visibility(cell) || perhapsNonPublic(cell);
    }

    /** A cell of a column for what is not public: whatever is written there but a no keeps back. */
    boolean crossedSecret(String cell) {
        if (Cross.isEmpty(cell)) {
            return true;
        }
        boolean used = visibility(Cross.isTicked(cell) ? "N" : cell);
        if (!used) {
            keepBack(line);
        }
        return used;
    }

    /** Words where the visibility is expected, with more behind it: it counts where it keeps back, the words are no use. */
    boolean perhapsNonPublic(String words) {
        if (VisibilityWording.beginsNonPublic(words)) {
            keepBack(line);
        }
        return perhapsMarked(words);
    }

    /** Words that are of no use but for an N that stands apart in them. */
    boolean perhapsMarked(String words) {
        if (words.length() <= MAX_BRIEF && VisibilityWording.hasLetterApart(words)) {
            keepBack(line);
        }
        return false;
    }

    boolean result(String words) {
        return ResultWording.is(words) && resultWording(words);
    }

    /** A column for results holds one whatever it says. */
    boolean resultWording(String words) {
        boolean first = result == null;
        result = first ? words : result;
        return first;
    }

    /** The meeting's name, perhaps with the result behind it. */
    boolean meeting(String words) {
        if (meeting != null) {
            return false;
        }
        Optional<Wording.Tail> tail = result == null ? ResultWording.behind(words) : Optional.empty();
        tail.ifPresent(behind -> result = behind.wording());
        String name = tail.map(Wording.Tail::before).orElse(words);
        meeting = name.isEmpty() ? null : name;
        if (visibility == null) {
            visibility = VisibilityWording.ofMeeting(words).orElse(null);
        }
        return true;
    }

    boolean status(String words) {
        boolean first = status == null;
        status = first ? words : status;
        return first;
    }

    /** Words that say by themselves what they are. */
    boolean selfExplaining(String words) {
        boolean brief = words.length() <= MAX_BRIEF;
        return brief && (date(words) || visibility(words) || role(words) || result(words));
    }
}
