package de.kreiswerk.proposals.importer.rules.attachments;

import de.kreiswerk.proposals.importer.words.EuroAmount;
import de.kreiswerk.proposals.importer.words.GermanDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code 3. Lageplan} or {@code 3) Lageplan}. A name may begin with a digit, as in {@code 1. 2. Änderungssatzung} or {@code 1.
 * 1_Lageplan}, when letters follow; a date or an amount is no name.
 */
final class NumberedLayout implements AttachmentLayout {

    private static final Pattern LINE = Pattern.compile("(\\d{1,5})[.)] ++(\\D.*|\\d[\\d._/-]*+ *+[-–]? *+\\p{L}.*)");

    @Override
    public Optional<Entry> read(String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches() && Entry.number(parts.group(1)) > 0 && isName(line, parts.group(2))
                ? Entry.of(Entry.number(parts.group(1)), parts.group(2))
                : Optional.empty();
    }

    private static boolean isName(String line, String name) {
        boolean isDateOrAmount = Character.isDigit(name.charAt(0))
                && (GermanDate.begins(line) || GermanDate.of(name).isPresent() || EuroAmount.is(name));
        return !isDateOrAmount && !Entry.isRemark(name);
    }
}
