package de.kreiswerk.proposals.importer.outline;

import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Decides line by line to which section a line belongs. Labels count at the level of sections only. */
final class Cutting {

    private static final Pattern UNKNOWN_FIELD = Pattern.compile("\\p{Lu}[\\p{L} ./-]{1,40}:");
    private static final Pattern OF_THE_CHECK = Pattern.compile(
            "klima|wirkung|bewertung|ergebnis|begründung|erläuterung|bemerkung|anmerkung|hinweis|maßnahme",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final List<Line> head = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private Section current = new Section(SectionKind.HEAD, "", 0);
    private boolean formBegun;
    // Whether a climate check still is a field of the head whose value stands below its label.
    private boolean climateField;
    // The rank of the headings that are labels, 0 while none is a heading.
    private int rank;

    void read(Line line, Line next) {
        SectionLabel label = SectionLabel.in(line);
        if (label != null && !isPartOfSection(label, next)) {
            open(label, next);
        } else if (returnsToHead(line)) {
            enter(new Section(SectionKind.HEAD, "", line.number()));
            head.add(line);
        } else if (isHeadingOfOwn(line)) {
            enter(new Section(SectionKind.OTHER, line.text(), line.number()));
        } else {
            add(line);
        }
    }

    Outline outline() {
        return new Outline(Head.of(head), List.copyOf(sections));
    }

    private void open(SectionLabel label, Line next) {
        if (repeatsLabel(label)) {
            keepOtherWording(label);
            return;
        }
        rank = label.line().heading() > 0 ? label.line().heading() : rank;
        SectionKind kind = isEntryOfContents(label, next) ? SectionKind.CONTENTS : label.kind();
        boolean inHead = current.kind() == SectionKind.HEAD && label.line().heading() == 0;
        enter(new Section(kind, label.wording(), label.line().number()));
        climateField = inHead && kind == SectionKind.CLIMATE;
        if (label.rest() != null) {
            add(label.rest());
        }
    }

    private void enter(Section section) {
        current = section;
        formBegun = false;
        climateField = false;
        if (section.kind() != SectionKind.HEAD) {
            sections.add(section);
        }
    }

    private void add(Line line) {
        formBegun = formBegun || beginsForm(line);
        climateField = climateField && !beginsResult(line);
        if (current.kind() == SectionKind.HEAD) {
            head.add(line);
        } else {
            current.add(line);
        }
    }

    /** A label that belongs to the words of the section that it stands in. */
    private boolean isPartOfSection(SectionLabel label, Line next) {
        if (label.kind() == SectionKind.HEAD) {
            return !isBeforePassages();
        }
        return switch (current.kind()) {
            case HEAD -> isClimateField(label);
            case FINANCE -> formBegun && isJustification(label);
            case CLIMATE -> isJustification(label);
            case FACTS, RESOLUTION ->
                label.kind() == current.kind() && !current.isEmpty() && !isEntryOfContents(label, next);
            default -> false;
        };
    }

    // In a head the rating stands behind the label, or below it as an item of a list.
    private static boolean isClimateField(SectionLabel label) {
        return label.kind() == SectionKind.CLIMATE && label.rest() != null;
    }

    // Forms ask for the reasons of an answer; in the rank of the form's own heading they are a section again.
    private boolean isJustification(SectionLabel label) {
        boolean ownHeading = label.line().heading() > 0 && label.line().heading() <= rank;
        return Wording.plain(label.wording()).equals("begründung") && !ownHeading;
    }

    private static boolean beginsForm(Line line) {
        return line.text().startsWith("a)")
                || line.text().startsWith("c)")
                || line.text().length() < 100
                        && line.text().toLowerCase(Locale.GERMAN).contains("haushaltsrechtlich");
    }

    // What is pasted as the result of a climate check may look like fields of the head.
    private static boolean beginsResult(Line line) {
        return line.text().regionMatches(true, 0, "Ergebnis", 0, "Ergebnis".length());
    }

    // A clerk may be named behind any label: rather a line of the head that nobody understands than a public result.
    private static boolean isUnknownField(Line line) {
        return UNKNOWN_FIELD.matcher(line.text()).lookingAt()
                && !OF_THE_CHECK.matcher(line.text()).find();
    }

    /** A heading doubled by the document's own label below it. */
    private boolean repeatsLabel(SectionLabel label) {
        boolean passage = label.kind() == SectionKind.FACTS || label.kind() == SectionKind.RESOLUTION;
        return passage && current.kind() == label.kind() && current.isEmpty();
    }

    private void keepOtherWording(SectionLabel label) {
        boolean same = Wording.plain(label.wording()).equals(Wording.plain(current.label()));
        if (!same || label.rest() != null) {
            current.add(same ? label.rest() : label.line());
        }
    }

    /** Entries of a table of contents stand bare below each other; the last one before running text is a real label. */
    private boolean isEntryOfContents(SectionLabel label, Line next) {
        if (!label.isBare()) {
            return false;
        }
        boolean labelBelow = next != null && next.follows(label.line()) && SectionLabel.in(next) != null;
        boolean textBelow = next != null && next.follows(label.line()) && !labelBelow;
        boolean labelAbove = current.kind() == SectionKind.CONTENTS
                && current.line() == label.line().number() - 1;
        return labelBelow || labelAbove && !textBelow;
    }

    // In a Beratungsfolge a status is that of a consultation: it must not make the whole paper public.
    private boolean returnsToHead(Line line) {
        boolean status = current.kind() == SectionKind.CONSULTATIONS && Head.states(HeadLabel.VISIBILITY, line);
        boolean field = climateField ? Head.holdsFields(line) || isUnknownField(line) : Head.beginsField(line);
        return current.kind() != SectionKind.HEAD && isBeforePassages() && field && !status;
    }

    private boolean isBeforePassages() {
        return switch (current.kind()) {
            case HEAD, CONSULTATIONS, CONTENTS -> true;
            default -> climateField;
        };
    }

    /** A heading that is no label ends a section of its own rank; a deeper one belongs to the section's words. */
    private boolean isHeadingOfOwn(Line line) {
        boolean ends = line.heading() > 0 && rank > 0 && line.heading() <= rank;
        return ends && current.kind() != SectionKind.HEAD;
    }
}
