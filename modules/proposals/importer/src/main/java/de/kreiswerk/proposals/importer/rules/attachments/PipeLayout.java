package de.kreiswerk.proposals.importer.rules.attachments;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code | 3 | Lageplan | öffentlich | 84 KB |}, a row of a Markdown table. */
final class PipeLayout implements AttachmentLayout {

    private static final int MAX_CELLS = 20;

    @Override
    public Optional<Entry> read(String line) {
        List<String> cells = cells(line);
        boolean row = line.startsWith("|") && cells.size() >= 2 && Entry.number(cells.get(0)) > 0;
        return row ? Entry.of(Entry.number(cells.get(0)), cells.get(1) + brackets(cells)) : Optional.empty();
    }

    /** The cells of a line that are not empty. */
    static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", MAX_CELLS))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    // Further cells say what brackets say elsewhere.
    private static String brackets(List<String> cells) {
        return cells.stream()
                .skip(2)
                .map(cell -> " (" + cell.replaceAll("[()|]", " ").strip() + ")")
                .collect(Collectors.joining());
    }
}
