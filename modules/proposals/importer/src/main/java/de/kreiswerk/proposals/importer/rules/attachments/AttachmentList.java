package de.kreiswerk.proposals.importer.rules.attachments;

import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sorts the lines under the labels of an attachment list by what they can be. */
final class AttachmentList {

    private static final List<AttachmentLayout> LAYOUTS =
            List.of(new DashLayout(), new AllrisLayout(), new LabelledLayout(), new NumberedLayout(), new PipeLayout());

    private static final Set<String> COLUMN_HEADS = Set.of("nr.", "nr", "name", "nr. name", "größe", "nr. name größe");
    private static final Set<String> NONE = Set.of("keine", "ohne", "entfällt", "./.", "keine anlagen");
    private static final Pattern COUNT = Pattern.compile("-? ?\\d{1,4} ?-?|\\d{1,4} Anlagen?(?: \\((.{1,500})\\))?");
    private static final Pattern BULLET = Pattern.compile("[-*•] +(\\S.*)");
    private static final int MAX_PLAIN_NAME = 200;

    private final Map<Line, Entry> certain = new LinkedHashMap<>();
    private final Map<Line, Entry> possible = new LinkedHashMap<>();
    private final Map<Line, Optional<Entry>> counts = new LinkedHashMap<>();

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

    /** Reads the lines under one label. Names without numbers stand in one block at the label, or as items of a list. */
    void read(List<Line> lines) {
        boolean inBlock = true;
        Line previous = null;
        for (Line line : lines) {
            inBlock = inBlock && (previous == null || line.follows(previous));
            if (readEntry(line)) {
                inBlock = false;
            } else if (!readCount(line)) {
                readPlain(line, inBlock);
            }
            previous = line;
        }
    }

    private boolean readEntry(Line line) {
        Optional<Entry> entry = LAYOUTS.stream()
                .flatMap(layout -> layout.read(line.text()).stream())
                .findFirst();
        entry.ifPresent(found -> certain.put(line, found));
        return entry.isPresent();
    }

    private boolean readCount(Line line) {
        Matcher count = COUNT.matcher(line.text());
        if (count.matches()) {
            counts.put(line, Optional.ofNullable(count.group(1)).flatMap(name -> Entry.of(0, name)));
            return true;
        }
        boolean namesNone = Wording.isOneOf(NONE, line.text());
        if (namesNone || PipeLayout.cells(line.text()).stream().allMatch(cell -> Wording.isOneOf(COLUMN_HEADS, cell))) {
            counts.put(line, Optional.empty());
            return true;
        }
        return false;
    }

    private void readPlain(Line line, boolean inBlock) {
        Matcher bullet = BULLET.matcher(line.text());
        boolean item = bullet.matches();
        String name = item ? bullet.group(1) : line.text();
        if ((item || inBlock) && looksLikeName(name)) {
            Entry.of(0, name).ifPresent(entry -> possible.put(line, entry));
        }
    }

    private static boolean looksLikeName(String words) {
        boolean sentence = words.endsWith(".") || words.endsWith("!") || words.endsWith("?") || words.endsWith(":");
        boolean link = words.contains("://") || words.contains("www.");
        return words.length() <= MAX_PLAIN_NAME && !sentence && !link && !words.startsWith("|");
    }
}
