package de.kreiswerk.proposals.importer.rules.attachments;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code 3 - Lageplan (öffentlich)}. */
final class DashLayout implements AttachmentLayout {

    private static final Pattern LINE = Pattern.compile("(\\d{1,5}) ?[-–] +(.+)");

    @Override
    public Optional<Entry> read(String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches() && Entry.number(parts.group(1)) > 0 && !Entry.isRemark(parts.group(2))
                ? Entry.of(Entry.number(parts.group(1)), parts.group(2))
                : Optional.empty();
    }
}
