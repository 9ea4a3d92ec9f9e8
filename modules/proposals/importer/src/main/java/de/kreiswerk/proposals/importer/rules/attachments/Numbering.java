package de.kreiswerk.proposals.importer.rules.attachments;

import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import de.kreiswerk.proposals.importer.reading.Found;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.refusals.Limits;
import de.kreiswerk.proposals.importer.text.Line;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives each attachment a number of its own: the one of the list, else the next after the highest. */
final class Numbering {

    private final Reading reading;
    private final List<Found<NamedAttachment>> attachments;
    private final Set<String> names = new HashSet<>();
    private final Map<Integer, String> numbers = new HashMap<>();
    private int highest;

    Numbering(Reading reading) {
        this.reading = reading;
        this.attachments = reading.draft().attachments();
    }

    void addIf(boolean condition, Entry entry, Line line) {
        if (condition) {
            add(entry, line);
        }
    }

    void add(Entry entry, Line line) {
        reading.claims().take(line);
        if (isKnown(entry)) {
            return;
        }
        boolean repeated = numbers.containsKey(entry.number());
        if (repeated) {
            reading.draft().repeatedNumbers().add(new Found<>(entry.number(), line.number()));
        }
        keep(entry.isNumbered() && !repeated ? entry : entry.numbered(highest + 1), line.number());
    }

    boolean isKnown(Entry entry) {
        return entry.isNumbered() ? entry.name().equals(numbers.get(entry.number())) : names.contains(entry.name());
    }

    void finish() {
        attachments.sort(Comparator.comparingInt(found -> found.value().number()));
    }

    private void keep(Entry entry, int line) {
        names.add(entry.name());
        numbers.put(entry.number(), entry.name());
        highest = Math.max(highest, entry.number());
        attachments.add(new Found<>(entry.attachment(), line));
        Limits.attachments(attachments.size(), line);
    }
}
