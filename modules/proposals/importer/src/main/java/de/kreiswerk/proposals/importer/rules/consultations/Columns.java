package de.kreiswerk.proposals.importer.rules.consultations;

import de.kreiswerk.proposals.importer.reading.Claims;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.GermanDate;
import de.kreiswerk.proposals.importer.words.VisibilityWording;
import de.kreiswerk.proposals.importer.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The columns of a table of consultations.
 *
 * @param heads what each holds, null where that is not known
 */
record Columns(List<ColumnHead> heads) {

    private static final Set<String> VOTES = Set.of("j", "ja", "e", "enth.");

    /** A table without column heads: the cells must tell themselves. */
    static final Columns NONE = new Columns(List.of());

    /** A table of which no more is known than that it has columns for Ö and N. */
    static final Columns CROSSES = new Columns(List.of(ColumnHead.OPEN, ColumnHead.SECRET));

    /** The columns that a row of heads states, null when it is an ordinary row. */
    static Columns headedBy(List<String> cells) {
        boolean named = cells.stream().anyMatch(cell -> ColumnHead.of(cell) == ColumnHead.ORGANIZATION);
        List<ColumnHead> heads = new ArrayList<>();
        // Öffentlich or N is a head beside one for the committees only; elsewhere it is a mark.
        boolean votes = cells.stream().anyMatch(cell -> VOTES.contains(Wording.plain(cell)));
        // Beside a column for yes the one for N holds the noes.
        cells.forEach(cell -> heads.add(
                named && !(votes && cell.strip().equals("N")) ? ColumnHead.amongHeads(cell) : ColumnHead.of(cell)));
        boolean known = heads.stream().filter(Objects::nonNull).count() >= 2;
        List<String> others = IntStream.range(0, cells.size())
                .filter(i -> heads.get(i) == null && !cells.get(i).isEmpty())
                .mapToObj(cells::get)
                .toList();
        // Some tables have a column of their own; what is in it is kept. One that speaks of secrecy is no column but a
        // remark on all rows.
        boolean mostly = named
                && others.stream()
                        .noneMatch(cell -> VisibilityWording.speaksOfSecrecy(cell)
                                || GermanDate.in(cell).isPresent());
        return known && (others.isEmpty() || mostly) ? new Columns(heads) : null;
    }

    /** A row of which the columns are lost: where one of them is for secrets, nobody can tell what a cross in it means. */
    void keepBackInDoubt(Row row) {
        if (heads.contains(ColumnHead.SECRET) && row.isSilent()) {
            row.keepBack(row.line());
        }
    }

    /** The consultation that a row of cells states; empty when it names no committee. */
    Optional<Row> read(List<String> cells, Line line, Claims claims) {
        Row row = new Row(line.number());
        List<String> unused = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty() && !fill(row, i, cells.get(i))) {
                unused.add(cells.get(i));
            }
        }
        if (!row.hasOrganization() || !line.hasWords()) {
            return Optional.empty();
        }
        row.hear(line);
        // Alone it is no column for crosses but a remark on all rows.
        if (!heads.contains(ColumnHead.OPEN)) {
            keepBackInDoubt(row);
        }
        claims.takeAllBut(String.join(" ", unused), line);
        return Optional.of(row);
    }

    private boolean fill(Row row, int column, String cell) {
        ColumnHead head = column < heads.size() ? heads.get(column) : null;
        if (head != null) {
            return head.fill(row, cell);
        }
        boolean named = heads.contains(ColumnHead.ORGANIZATION) || ColumnHead.of(cell) != null;
        return row.selfExplaining(cell) || !named && row.organization(cell) || row.perhapsMarked(cell);
    }
}
