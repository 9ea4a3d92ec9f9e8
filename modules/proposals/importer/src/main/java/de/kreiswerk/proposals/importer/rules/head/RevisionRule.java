package de.kreiswerk.proposals.importer.rules.head;

import de.kreiswerk.proposals.importer.reading.Draft;
import de.kreiswerk.proposals.importer.reading.Found;
import de.kreiswerk.proposals.importer.reading.Reading;
import de.kreiswerk.proposals.importer.reading.Rule;
import de.kreiswerk.proposals.importer.words.GermanDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A title may end in brackets that say which update of the paper it is: {@code (2. Ergänzung vom 03.04.2026)}. The title
 * keeps its words; they are part of it in every list of the council.
 */
public final class RevisionRule implements Rule {

    private static final Pattern REVISION = Pattern.compile(
            "\\d{1,3}\\. ?(?:Aktualisierung|Ergänzung|Änderung|Neufassung|Fassung|Nachtrag|Überarbeitung)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    @Override
    public void read(Reading reading) {
        reading.draft()
                .name()
                .ifFound(title -> inBrackets(title.value())
                        .ifPresent(brackets -> read(new Found<>(brackets, title.line()), reading.draft())));
    }

    private static Optional<String> inBrackets(String title) {
        int open = title.lastIndexOf('(');
        return open >= 0 && title.endsWith(")")
                ? Optional.of(title.substring(open + 1, title.length() - 1))
                : Optional.empty();
    }

    private static void read(Found<String> brackets, Draft draft) {
        Matcher revision = REVISION.matcher(brackets.value());
        if (revision.find()) {
            draft.revision().offer(revision.group(), brackets.line());
            GermanDate.in(brackets.value().substring(revision.end()))
                    .ifPresent(date -> draft.revisionDate().offer(date.date(), brackets.line()));
        }
    }
}
