package de.kreiswerk.proposals.importer.rules.attachments;

import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.proposals.importer.reading.Assumption;
import de.kreiswerk.proposals.importer.reading.CalledAttachments;
import de.kreiswerk.proposals.importer.reading.Found;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.refusals.Limits;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.AttachmentCalls;
import de.kreiswerk.proposals.importer.words.AttachmentCalls.Part;
import de.kreiswerk.proposals.importer.words.AttachmentLabel;
import de.kreiswerk.proposals.importer.words.VisibilityWording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Gives each attachment a number of its own: the one of the list, else the next after the highest. An attachment that is
 * listed more than once is as secret as the most secret of its entries.
 */
final class Numbering {

    /** An attachment, the name by which it is known, where it stands, and the number there, which may be that of another one. */
    private record Kept(Entry entry, String key, int line, int stated) {

        Kept with(Entry changed) {
            return new Kept(changed, key, line, stated);
        }
    }

    /** What running text says of an attachment. */
    private record Heard(AttachmentLabel label, boolean certain) {}

    /** Far more than there are numbers from 1 to 999, each said with and without doubt. */
    private static final int MOST_HEARD = 5_000;
    /** Far more than anybody says, again and again. */
    private static final int MOST_SAID = 100_000;

    private static final Pattern NUMBERS =
            Pattern.compile("\\d{1,3}(?: ?(?:,|und|sowie|bis|u\\.|[&+/–-]) ?\\d{1,3}){1,30}\\.?");

    private static final Pattern OF_OTHERS =
            Pattern.compile("(?iu)(?<!\\p{L})(?:au(?:ß|ss)er|bis auf|mit ausnahme|ander|übrig|rest)");

    private static final Label SECRET = new Label(Visibility.NON_PUBLIC, false);

    private final Reading reading;
    private final List<Kept> attachments = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<Integer, String> numbers = new HashMap<>();
    private final Set<Heard> heard = new HashSet<>();
    private int said;
    private int highest;

    Numbering(Reading reading) {
        this.reading = reading;
    }

    void addIf(boolean condition, Entry entry, Line line) {
        if (condition) {
            add(entry, line);
        }
    }

    void add(Entry entry, Line line) {
        if (entry.assumed()) {
            assume(line);
        }
        if (isKnown(entry)) {
            join(entry, line);
            return;
        }
        reading.claims().take(line);
        boolean repeated = numbers.containsKey(entry.number());
        if (repeated) {
            reading.draft().repeatedNumbers().add(new Found<>(entry.number(), line.number()));
        }
        keep(entry.isNumbered() && !repeated ? entry : entry.numbered(highest + 1), entry.number(), line.number());
        if (repeated) {
            shareSecrecy(entry.number(), line);
        }
    }

    boolean isKnown(Entry entry) {
        return entry.isNumbered() ? entry.key().equals(numbers.get(entry.number())) : names.contains(entry.key());
    }

    /**
     * A line that speaks of secrecy without being an entry. It means the attachments that it names, else those of which nothing
     * is said.
     */
    void remark(Line line) {
        String words = isNumbers(line.text()) ? "Anlagen " + line.text() : line.text();
        List<Part> named = AttachmentCalls.in(words).stream()
                .flatMap(call -> call.parts().stream())
                .toList();
        boolean clear = !VisibilityWording.speaksOfPublic(line.text());
        if (named.isEmpty() || !clear || OF_OTHERS.matcher(line.text()).find()) {
            // Those that it names may be the ones that are public, and the others not.
            keepBack(line, Numbering::isSilent);
        }
        if (!named.isEmpty() && !isTooMuch()) {
            List<AttachmentLabel> labels = named.stream()
                    .flatMap(part -> unheard(part.labels(), clear).stream())
                    .toList();
            remark(line, labels, clear);
        }
    }

    /** Whether words are nothing but numbers of attachments; a single one may as well tell how many there are. */
    static boolean isNumbers(String words) {
        return NUMBERS.matcher(words).matches();
    }

    private void remark(Line line, List<AttachmentLabel> labels, boolean clear) {
        if (isTooMuch() || labels.isEmpty()) {
            keepBack(line, kept -> isTooMuch());
            return;
        }
        // What looks like the letter of an attachment may be none.
        boolean letters = labels.stream().noneMatch(AttachmentLabel::isNumber);
        boolean known = !letters || attachments.stream().anyMatch(kept -> isMeant(kept, labels));
        keepBack(line, kept -> known ? isMeant(kept, labels) && (clear || isSilent(kept)) : isSilent(kept));
    }

    boolean isEmpty() {
        return attachments.isEmpty();
    }

    /**
     * What running text calls non-public is, unless the list says public and the text may speak of something else. The same is heard
     * once: a text may say it a hundred thousand times.
     */
    void called(CalledSecret call) {
        if (isTooMuch()) {
            return;
        }
        List<AttachmentLabel> labels = unheard(call.labels(), call.certain());
        if (isTooMuch()) {
            // Nobody counts so far, and the rest is not heard. In doubt all of them are meant.
            keepBack(new CalledSecret(labels, true, call.line(), call.sentence()), kept -> true);
        } else if (!labels.isEmpty()) {
            keepBack(call, kept -> isMeant(kept, labels));
        } else if (call.labels().isEmpty() && attachments.stream().noneMatch(Numbering::isSecret)) {
            keepBack(call, kept -> true);
        }
    }

    /** Those of which this was not heard before; none when it is too much. */
    private List<AttachmentLabel> unheard(List<AttachmentLabel> labels, boolean certain) {
        if (isTooMuch()) {
            return List.of();
        }
        said += labels.size();
        return labels.stream()
                .filter(label -> heard.add(new Heard(label, certain)))
                .toList();
    }

    private boolean isTooMuch() {
        return heard.size() > MOST_HEARD || said > MOST_SAID;
    }

    private void keepBack(CalledSecret call, Predicate<Kept> means) {
        List<Integer> numbers = new ArrayList<>();
        attachments.replaceAll(kept -> {
            boolean open = kept.entry().visibility() == null
                    || call.certain() && kept.entry().visibility() == Visibility.PUBLIC;
            if (!open || !means.test(kept)) {
                return kept;
            }
            numbers.add(kept.entry().number());
            return kept.with(kept.entry().under(SECRET));
        });
        if (!numbers.isEmpty()) {
            reading.draft()
                    .calledSecret()
                    .add(new Found<>(new CalledAttachments(numbers, call.sentence()), call.line()));
        }
    }

    private boolean isMeant(Kept kept, List<AttachmentLabel> labels) {
        return labels.stream().anyMatch(label -> {
            boolean named = label.isIn(kept.entry().name());
            boolean numbered = kept.stated() == label.number() || kept.entry().number() == label.number();
            return named || numbered && (label.isPlain() || isNoName(label));
        });
    }

    private boolean isNoName(AttachmentLabel label) {
        return attachments.stream().noneMatch(other -> label.isIn(other.entry().name()));
    }

    private static boolean isSilent(Kept kept) {
        return kept.entry().visibility() == null;
    }

    private static boolean isSecret(Kept kept) {
        return kept.entry().visibility() == Visibility.NON_PUBLIC;
    }

    void finish() {
        attachments.stream()
                .sorted(Comparator.comparingInt(kept -> kept.entry().number()))
                .forEach(kept -> reading.draft()
                        .attachments()
                        .add(new Found<>(kept.entry().attachment(), kept.line())));
    }

    private void keep(Entry entry, int stated, int line) {
        names.add(entry.key());
        numbers.put(entry.number(), entry.key());
        highest = Math.max(highest, entry.number());
        attachments.add(new Kept(entry, entry.key(), line, stated));
        Limits.attachments(attachments.size(), line);
    }

    private void join(Entry entry, Line line) {
        String key = entry.key();
        // What its name has more than the one that is known must not be lost.
        reading.claims().takeAllBut(key.equals(entry.name()) ? "" : entry.name(), line);
        if (entry.visibility() != null) {
            attachments.replaceAll(kept -> {
                boolean same = kept.key().equals(key)
                        && (!entry.isNumbered() || kept.entry().number() == entry.number());
                return same ? kept.with(joined(kept.entry(), entry.visibility(), line)) : kept;
            });
        }
    }

    private Entry joined(Entry before, Visibility stated, Line line) {
        if (before.visibility() != null && before.visibility() != stated) {
            assume(line);
        }
        return before.under(new Label(stated, true));
    }

    /** Two entries of one number may be the same attachment under two names: where one is secret, the other is not public. */
    private void shareSecrecy(int number, Line line) {
        boolean secret = attachments.stream()
                .anyMatch(kept -> kept.stated() == number && kept.entry().visibility() == Visibility.NON_PUBLIC);
        if (secret) {
            keepBack(line, kept -> kept.stated() == number && kept.entry().visibility() == null);
        }
    }

    private void keepBack(Line line, Predicate<Kept> which) {
        boolean[] any = {false};
        attachments.replaceAll(kept -> {
            boolean meant = which.test(kept) && kept.entry().visibility() != Visibility.NON_PUBLIC;
            any[0] |= meant;
            return meant ? kept.with(kept.entry().under(SECRET)) : kept;
        });
        if (any[0]) {
            assume(line);
        }
    }

    private void assume(Line line) {
        reading.draft().assumptions().add(new Found<>(Assumption.ATTACHMENT, line.number()));
    }
}
