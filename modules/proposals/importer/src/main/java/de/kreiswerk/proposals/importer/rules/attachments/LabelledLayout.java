package de.kreiswerk.proposals.importer.rules.attachments;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Anlage 3: Lageplan}, {@code Anlage 3 - Lageplan} or {@code Anlage 3 Lageplan}; 3a keeps its letter in the name. */
final class LabelledLayout implements AttachmentLayout {

    private static final Pattern LINE =
            Pattern.compile("Anlage +(?:Nr\\. *)?(\\d{1,5})([a-z]?)(?:: *| +[-–] +|\\. +| +)(\\S.*)");
    private static final Pattern SENTENCE = Pattern.compile("(?:ist|wird|bleibt) ");

    @Override
    public Optional<Entry> read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || SENTENCE.matcher(parts.group(3)).lookingAt() || Entry.isRemark(parts.group(3))) {
            return Optional.empty();
        }
        boolean whole = parts.group(2).isEmpty() && Entry.number(parts.group(1)) > 0;
        return whole ? Entry.of(Entry.number(parts.group(1)), parts.group(3)) : Entry.of(0, line);
    }
}
