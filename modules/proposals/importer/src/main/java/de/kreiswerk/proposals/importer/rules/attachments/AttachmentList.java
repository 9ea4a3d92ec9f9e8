package de.kreiswerk.proposals.importer.rules.attachments;

import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.proposals.importer.outline.Section;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.AttachmentCalls;
import de.kreiswerk.proposals.importer.words.VisibilityWording;
import de.kreiswerk.proposals.importer.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sorts the lines under the labels of an attachment list by what they can be. */
final class AttachmentList {

    private static final PipeLayout ROW = new PipeLayout();
    private static final List<AttachmentLayout> LAYOUTS =
            List.of(new DashLayout(), new AllrisLayout(), new LabelledLayout(), new NumberedLayout(), ROW);

    private static final Set<String> COLUMN_HEADS = Set.of(
            "nr.",
            "nr",
            "name",
            "nr. name",
            "größe",
            "nr. name größe",
            "status",
            "öffentlichkeit",
            "öffentlichkeitsstatus",
            "bezeichnung",
            "ö",
            "öffentlich",
            "n",
            "nichtöffentlich");
    private static final Set<String> NONE =
            Set.of("keine", "ohne", "entfällt", "./.", "keine anlagen", "keine vorhanden", "nicht vorhanden", "nein");
    private static final Pattern COUNT = Pattern.compile("-? ?\\d{1,4} ?-?|\\d{1,4} Anlagen?(?: \\((.{1,500})\\))?");
    private static final Pattern NOT_ZERO = Pattern.compile("[1-9]");
    private static final Pattern BULLET = Pattern.compile("[-*•] +(\\S.*)");
    // A public tender is no public attachment.
    private static final Pattern OF_PUBLIC =
            Pattern.compile("(?iu)öffentliche[rs]? (?:unterlagen?|dokumente?|dateien|teil)\\b.{0,80}");
    private static final int MAX_PLAIN_NAME = 200;
    private static final String OTHERS =
            "(?:(?:alle|die|der) )*(?:ander|übrig|restlich|sonstig|weiter)en?(?: Anlagen?)?|(?:der )?Rest|sonst";
    /** {@code Anlage 1 öffentlich, sonst nichtöffentlich}: it is about the others, and no name. */
    private static final Pattern ONLY_THIS_IS_PUBLIC =
            Pattern.compile("(?iu)(?:Anlage )?\\d{1,3}[.:]? *(?:[-–] +)?öffentlich ?[,;/] ?(?:und |aber )?(?:" + OTHERS
                    + ")(?: (?:ist|sind))? (?:nicht[ -]?öffentlich|vertraulich|geheim)[.!]?");
    /** {@code Anlage 2 und Anlage 3}, {@code Anlage 2, 3 und 5}. */
    private static final Pattern SEVERAL = Pattern.compile("(?:[-*•] +)?Anl(?:agen?|\\.) ?\\d{1,3}"
            + "(?: ?(?:,|und|sowie|bis) ?(?:(?:die|der|zur?) )?(?:Anl(?:agen?|\\.) ?)?\\d{1,3}){1,30}\\.?");

    private final Map<Line, Entry> certain = new LinkedHashMap<>();
    private final Map<Line, Entry> possible = new LinkedHashMap<>();
    private final Map<Line, Optional<Entry>> counts = new LinkedHashMap<>();
    private final List<Line> remarks = new ArrayList<>();

    // Of the section that is being read.
    private Label label = Label.NONE;
    private Line above;
    private boolean inBlock;
    private boolean gap;
    private Line next;
    // The bare line that the label came from: the next of its kind is a label as well.
    private Line opener;
    private boolean linesBelongToRows;

    /** Entries in a layout that nothing else has. */
    Map<Line, Entry> certain() {
        return certain;
    }

    /** Plain words that are names of attachments if nothing else is. */
    Map<Line, Entry> possible() {
        return possible;
    }

    /** Lines that count the attachments or head their columns, with a name where they hold one. */
    Map<Line, Optional<Entry>> counts() {
        return counts;
    }

    /** Lines that speak of secrecy and are neither an entry nor belong to one. */
    List<Line> remarks() {
        return remarks;
    }

    /**
     * Reads the lines under one label. Names without numbers stand in one block at the label, or as items of a list.
     *
     * @param goesOn whether it stands directly behind the section that was read before
     */
    void read(Section section, boolean goesOn) {
        boolean weak = Wording.plain(section.label()).equals("anlage");
        boolean inside = goesOn && weak && label.visibility() == Visibility.NON_PUBLIC;
        label = inside ? new Label(Visibility.NON_PUBLIC, false) : Label.ofSection(section.label());
        above = null;
        inBlock = true;
        opener = null;
        List<Line> lines = section.lines();
        boolean secret = label.visibility() == Visibility.NON_PUBLIC;
        long before = entries();
        // A label has something below it.
        linesBelongToRows =
                !lines.isEmpty() && visibility(lines.get(lines.size() - 1)).isPresent();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            next = i + 1 < lines.size() ? lines.get(i + 1) : null;
            gap = i > 0 && !line.follows(lines.get(i - 1));
            inBlock = inBlock && !gap;
            read(line);
        }
        if (secret && entries() == before && !lines.isEmpty() && saysMoreThanNone(lines.get(0))) {
            addRemarks(lines);
        }
    }

    private long entries() {
        return certain.size()
                + possible.size()
                + counts.values().stream().filter(Optional::isPresent).count();
    }

    /** Whether it is neither a word for no attachments nor the head of a table. */
    private boolean saysMoreThanNone(Line line) {
        return line.hasWords()
                && (!counts.containsKey(line) || NOT_ZERO.matcher(line.text()).find());
    }

    /** Below a label for non-public ones, what is no entry may name those of another list: {@code 2 und 3}. */
    private void addRemarks(List<Line> lines) {
        List<Line> naming = lines.stream()
                .filter(line -> !AttachmentCalls.in(line.text()).isEmpty())
                .toList();
        remarks.addAll(naming.isEmpty() ? lines.subList(0, 1) : naming);
    }

    private static boolean isNameBelow(Line line, Line next) {
        return next.follows(line)
                && (entry(next).isPresent() || BULLET.matcher(next.text()).matches() || looksLikeName(next.text()));
    }

    private static Optional<Visibility> visibility(Line line) {
        return VisibilityWording.of(VisibilityWording.withoutColon(line.text()));
    }

    private void read(Line line) {
        boolean understood = readLabel(line)
                || readVisibility(line)
                || readEntry(line)
                || readCount(line)
                || readOtherLabel(line)
                || readPlain(line);
        if (!understood && VisibilityWording.speaksOfSecrecy(line.text())) {
            remarks.add(line);
        }
    }

    /** {@code Öffentliche Anlagen} inside a list; those that are not open a section of their own. */
    private boolean readLabel(Line line) {
        Label found = Label.of(line.text());
        if (found.visibility() == null) {
            return false;
        }
        begin(found, null);
        counts.put(line, Optional.empty());
        return true;
    }

    /** A line that says nothing but who may see the attachment above it, or those below it. */
    private boolean readVisibility(Line line) {
        Optional<Visibility> stated = visibility(line);
        if (stated.isEmpty()) {
            return false;
        }
        counts.put(line, Optional.empty());
        Standing standing = new Standing(line, gap, next != null && isNameBelow(line, next), next == null);
        if (isLabel(stated.get(), standing)) {
            begin(new Label(stated.get(), true), linesBelongToRows ? null : line);
        } else {
            sayOfRow(new Label(stated.get(), false, true), standing);
        }
        return true;
    }

    private boolean isLabel(Visibility stated, Standing standing) {
        if (above == null || standing.isLabel()) {
            return true;
        }
        // Who says the same again says it of a row.
        boolean other = opener != null && !standing.last() && label.visibility() != stated;
        return other && (standing.isLike(opener) || stated == Visibility.PUBLIC && standing.isApart());
    }

    /** Holds for the row above; where it may be meant as a label, for those below as well if it keeps them back. */
    private void sayOfRow(Label own, Standing standing) {
        certain.computeIfPresent(above, (any, entry) -> entry.under(own));
        possible.computeIfPresent(above, (any, entry) -> entry.under(own));
        boolean secret = own.visibility() == Visibility.NON_PUBLIC;
        if (secret && (standing.isApart() || opener != null || label.visibility() == Visibility.PUBLIC)) {
            label = own;
        } else if (!secret && label.isDoubtful() && standing.isApart()) {
            label = Label.NONE;
        }
        opener = null;
    }

    /** Any other label holds for what is below it, and ends the one before if that kept nothing back. Its own words are kept. */
    private boolean readOtherLabel(Line line) {
        if (!line.text().endsWith(":")) {
            return false;
        }
        boolean secret = VisibilityWording.speaksOfSecrecy(line.text());
        opener = null;
        boolean inside = label.visibility() == Visibility.NON_PUBLIC
                && !OF_PUBLIC.matcher(line.text()).matches();
        if (secret) {
            label = new Label(Visibility.NON_PUBLIC, false);
        } else if (!inside) {
            label = Label.NONE;
        }
        return true;
    }

    private void begin(Label next, Line from) {
        label = next;
        opener = from;
        above = null;
        inBlock = true;
    }

    private boolean readEntry(Line line) {
        if (ONLY_THIS_IS_PUBLIC.matcher(line.text()).matches()) {
            remarks.add(line);
            return true;
        }
        Matcher several = SEVERAL.matcher(line.text());
        boolean secret = label.visibility() == Visibility.NON_PUBLIC && several.matches()
                || several.lookingAt() && VisibilityWording.speaksOfSecrecy(line.text());
        if (secret) {
            // It may as well be about those of another list.
            remarks.add(line);
        }
        Optional<Entry> entry = entry(line);
        entry.ifPresent(found -> certain.put(line, found.under(label)));
        if (entry.isPresent()) {
            inBlock = false;
            above = line;
        }
        return entry.isPresent();
    }

    private static Optional<Entry> entry(Line line) {
        return LAYOUTS.stream()
                .flatMap(layout -> layout.read(line.text()).stream())
                .findFirst()
                .or(() -> ROW.read(asRow(line)));
    }

    private boolean readCount(Line line) {
        Matcher count = COUNT.matcher(line.text());
        if (count.matches()) {
            return readNameBehindCount(count.group(1), line);
        }
        boolean namesNone = Wording.isOneOf(NONE, line.text());
        List<String> cells = PipeLayout.cells(asRow(line));
        if (cells.size() > 1 && cells.stream().anyMatch(AttachmentList::isSecret)) {
            // Crosses below it tell which is which; in doubt all are.
            remarks.add(line);
        }
        if (namesNone || cells.stream().allMatch(cell -> Wording.isOneOf(COLUMN_HEADS, cell))) {
            linesBelongToRows |= !namesNone;
            counts.put(line, Optional.empty());
            return true;
        }
        return false;
    }

    private static boolean isSecret(String cell) {
        return VisibilityWording.of(cell)
                .filter(stated -> stated == Visibility.NON_PUBLIC)
                .isPresent();
    }

    /** A row of a table with tabs as one with pipes. */
    private static String asRow(Line line) {
        String words = line.text();
        return words.indexOf('\t') >= 0 ? "| " + words.replace('\t', '|') + " |" : words;
    }

    private boolean readNameBehindCount(String name, Line line) {
        boolean saysWho = name != null && VisibilityWording.of(name).isPresent();
        if (name != null && name.startsWith("davon ")) {
            return false;
        }
        if (saysWho && VisibilityWording.speaksOfSecrecy(name)) {
            remarks.add(line);
        }
        counts.put(
                line,
                Optional.ofNullable(name)
                        .filter(words -> !saysWho)
                        .flatMap(words -> Entry.of(0, words))
                        .map(entry -> entry.under(label)));
        return true;
    }

    private boolean readPlain(Line line) {
        Matcher bullet = BULLET.matcher(line.text());
        boolean item = bullet.matches();
        String name = item ? bullet.group(1) : line.text();
        boolean numbers = label.visibility() == Visibility.NON_PUBLIC && Numbering.isNumbers(name);
        if (numbers) {
            // They are those of another list.
            remarks.add(line);
        }
        Optional<Entry> entry =
                (item || inBlock) && !numbers && looksLikeName(name) ? Entry.of(0, name) : Optional.empty();
        entry.ifPresent(found -> possible.put(line, found.under(label)));
        above = entry.isPresent() ? line : above;
        return entry.isPresent();
    }

    private static boolean looksLikeName(String words) {
        boolean sentence = words.endsWith(".") || words.endsWith("!") || words.endsWith("?") || words.endsWith(":");
        boolean link = words.contains("://") || words.contains("www.");
        return words.length() <= MAX_PLAIN_NAME && !sentence && !link && !words.startsWith("|");
    }
}
