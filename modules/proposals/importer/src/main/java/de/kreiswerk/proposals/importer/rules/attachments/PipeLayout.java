package de.kreiswerk.proposals.importer.rules.attachments;

import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.proposals.importer.words.VisibilityWording;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code | 3 | Lageplan | öffentlich | 84 KB |}, a row of a Markdown table. */
final class PipeLayout implements AttachmentLayout {

    private static final int MAX_CELLS = 20;
    // "n/a" says that nothing is known.
    private static final Pattern LETTER_AND_MORE =
            Pattern.compile("(?iu)(?!n ?/ ?a$)(nö?)(?: ?[,;:(/] ?| [–-] )(?=\\S)");

    @Override
    public Optional<Entry> read(String line) {
        List<String> cells = cells(line);
        boolean row = line.startsWith("|") && cells.size() >= 2 && Entry.number(cells.get(0)) > 0;
        return row ? Entry.of(Entry.number(cells.get(0)), words(cells.subList(1, cells.size()))) : Optional.empty();
    }

    /** The cells of a line that are not empty. */
    static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", MAX_CELLS))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    // Further cells say what brackets say elsewhere. A cell that says who may see it does so before the name as well.
    private static String words(List<String> cells) {
        List<String> others = cells.stream()
                .filter(cell -> VisibilityWording.of(cell).isEmpty())
                .sorted(Comparator.comparing(
                        cell -> LETTER_AND_MORE.matcher(cell).lookingAt()))
                .toList();
        String name = others.isEmpty() ? cells.get(0) : others.get(0);
        String further = others.stream().skip(1).map(PipeLayout::inBrackets).collect(Collectors.joining());
        return name
                + further
                + cells.stream()
                        .flatMap(cell -> VisibilityWording.of(cell).stream())
                        .map(stated -> stated == Visibility.PUBLIC ? " (öffentlich)" : " (nichtöffentlich)")
                        .collect(Collectors.joining());
    }

    // The letter for non-public stays apart from what is behind it.
    private static String inBrackets(String cell) {
        Matcher letter = LETTER_AND_MORE.matcher(cell);
        String words = letter.lookingAt()
                ? letter.group(1).toUpperCase(Locale.GERMAN) + ", " + cell.substring(letter.end())
                : cell;
        return " (" + words.replaceAll("[()|]", " ").strip() + ")";
    }
}
