package de.kreiswerk.proposals.importer.rules.attachments;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Anlage 3 3 Lageplan (84 KB)}: the running number, the number that the author gave it, the name, the size. Where the
 * author counted differently (3a), that goes into the name: the text speaks of the attachment by it.
 */
final class AllrisLayout implements AttachmentLayout {

    private static final Pattern LINE = Pattern.compile("Anlage +(\\d{1,5}) +(\\d{1,5}[a-z]?) +(\\S.*)");

    @Override
    public Optional<Entry> read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || Entry.number(parts.group(1)) == 0) {
            return Optional.empty();
        }
        int running = Entry.number(parts.group(1));
        boolean sameNumber = Entry.number(parts.group(2)) == running;
        return Entry.of(running, sameNumber ? parts.group(3) : parts.group(2) + " " + parts.group(3))
                .filter(entry -> sameNumber || entry.sizeWording() != null);
    }
}
