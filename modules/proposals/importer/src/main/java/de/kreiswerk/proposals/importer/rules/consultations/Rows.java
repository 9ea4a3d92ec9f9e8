package de.kreiswerk.proposals.importer.rules.consultations;

import de.kreiswerk.proposals.importer.refusals.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rows of a Beratungsfolge, in order. Refuses more than a paper can have as soon as they come. */
final class Rows {

    private final List<Row> rows = new ArrayList<>();

    void add(Row row) {
        rows.add(row);
        Limits.consultations(rows.size(), row.line());
    }

    int size() {
        return rows.size();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Row last() {
        return rows.get(rows.size() - 1);
    }

    List<Row> all() {
        return Collections.unmodifiableList(rows);
    }
}
