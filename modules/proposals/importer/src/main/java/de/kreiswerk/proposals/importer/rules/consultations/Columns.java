package de.kreiswerk.proposals.importer.rules.consultations;

import de.kreiswerk.proposals.importer.reading.Claims;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.GermanDate;
import de.kreiswerk.proposals.importer.words.VisibilityWording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The columns of a table of consultations.
 *
 * @param heads what each holds, null where that is not known
 */
record Columns(List<ColumnHead> heads) {

    /** A table without column heads: the cells must tell themselves. */
    static final Columns NONE = new Columns(List.of());

    /** The columns that a row of heads states, null when it is an ordinary row. */
    static Columns headedBy(List<String> cells) {
        List<ColumnHead> heads = new ArrayList<>();
        cells.forEach(cell -> heads.add(ColumnHead.of(cell)));
        boolean known = heads.stream().filter(Objects::nonNull).count() >= 2;
        boolean complete = cells.stream().allMatch(cell -> cell.isEmpty() || ColumnHead.of(cell) != null);
        // Some tables have a column of their own; what is in it is kept. One of secrecy is no column but a remark on
        // all rows.
        boolean mostly = heads.contains(ColumnHead.ORGANIZATION)
                && cells.stream()
                        .noneMatch(cell -> ColumnHead.of(cell) == null
                                && (VisibilityWording.speaksOfSecrecy(cell)
                                        || GermanDate.in(cell).isPresent()));
        return known && (complete || mostly) ? new Columns(heads) : null;
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
        claims.takeAllBut(String.join(" ", unused), line);
        return Optional.of(row);
    }

    private boolean fill(Row row, int column, String cell) {
        ColumnHead head = column < heads.size() ? heads.get(column) : null;
        if (head != null) {
            return head.fill(row, cell);
        }
        boolean named = heads.contains(ColumnHead.ORGANIZATION) || ColumnHead.of(cell) != null;
        return row.selfExplaining(cell) || !named && row.organization(cell);
    }
}
