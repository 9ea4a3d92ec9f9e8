package de.kreiswerk.proposals.web.papers;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.web.view.Phrases;
import de.kreiswerk.proposals.web.view.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The passages of a paper, each with its tables. Tables are numbered as they come. */
final class Sections {

    private static final Pattern NUMBER = Pattern.compile("[-−+]?[\\d.,]+( ?(€|EUR|%|T€))?");

    private final Locale language;
    private final Phrases phrases;
    private final List<PaperSnapshot.Table> tables;
    private final Set<PaperSnapshot.Table> shown = new HashSet<>();
    private int number;

    Sections(Locale language, List<PaperSnapshot.Table> tables) {
        this.language = language;
        this.phrases = new Phrases(language);
        this.tables = tables;
    }

    /** A passage, null when there is none. */
    PaperView.Section of(Text usualHeading, PaperSnapshot.Passage passage) {
        if (passage == null || passage.paragraphs().isEmpty()) {
            return null;
        }
        Words heading = phrases.german() && Phrases.present(passage.label())
                ? phrases.own(label(passage))
                : phrases.own(usualHeading);
        List<PaperSnapshot.Table> own = tables.stream()
                .filter(table -> table.section() != null && table.section().equals(passage.label()))
                .toList();
        shown.addAll(own);
        PassageBlocks passageBlocks = new PassageBlocks(passage.paragraphs(), own);
        List<PaperView.Part> parts = new ArrayList<>();
        List<Words> paragraphs = new ArrayList<>();
        for (PassageBlocks.Block block : passageBlocks.blocks()) {
            if (block.table() == null) {
                paragraphs.add(phrases.document(block.paragraph()));
            } else {
                flush(paragraphs, parts);
                parts.add(new PaperView.Part(
                        List.of(),
                        table(block.table(), phrases.own(Texts.TABLE_NUMBER.in(language) + " " + ++number))));
            }
        }
        flush(paragraphs, parts);
        passageBlocks
                .unplaced()
                .forEach(table -> parts.add(new PaperView.Part(List.of(), table(table, phrases.own(Texts.TABLE)))));
        return new PaperView.Section(heading, parts);
    }

    /** The tables that stood in none of the passages asked for. */
    List<PaperView.TableView> others() {
        return tables.stream()
                .filter(table -> !shown.contains(table))
                .map(table -> table(
                        table,
                        Phrases.present(table.section())
                                ? phrases.document(table.section())
                                : phrases.own(Texts.TABLES)))
                .toList();
    }

    private static void flush(List<Words> paragraphs, List<PaperView.Part> parts) {
        if (!paragraphs.isEmpty()) {
            parts.add(new PaperView.Part(List.copyOf(paragraphs), null));
            paragraphs.clear();
        }
    }

    private static String label(PaperSnapshot.Passage passage) {
        return passage.label().strip().replaceAll("\\s*:$", "");
    }

    private PaperView.TableView table(PaperSnapshot.Table table, Words caption) {
        int width = Stream.concat(Stream.of(table.header()), table.rows().stream())
                .mapToInt(List::size)
                .max()
                .orElse(0);
        List<List<String>> rows =
                table.rows().stream().map(row -> filled(row, width)).toList();
        List<String> totalRow = Totals.row(rows, table.totals());
        boolean headed = table.header().stream().anyMatch(Phrases::present);
        return new PaperView.TableView(
                caption,
                headed ? filled(table.header(), width) : List.of(),
                rows,
                totalRow,
                totalRow.isEmpty() ? table.totals() : List.of(),
                IntStream.range(0, width)
                        .mapToObj(column -> isNumeric(rows, column))
                        .toList(),
                phrases.foreign());
    }

    private static boolean isNumeric(List<List<String>> rows, int column) {
        return rows.stream()
                .map(row -> row.get(column).strip())
                .filter(cell -> !cell.isEmpty())
                .allMatch(cell -> NUMBER.matcher(cell).matches());
    }

    private static List<String> filled(List<String> cells, int width) {
        List<String> filled = new ArrayList<>(cells);
        filled.addAll(Collections.nCopies(width - cells.size(), ""));
        return filled;
    }
}
