package de.kreiswerk.identity.web.console;

import java.util.List;

/**
 * The tree of departments.
 *
 * @param basics what every page shows
 * @param mayAdd whether the reader may make departments
 * @param rows the departments in the order of the tree
 */
public record DepartmentListView(PageBasics basics, boolean mayAdd, List<Row> rows) {

    /**
     * A department.
     *
     * @param id its id
     * @param shortName its short name
     * @param name its name
     * @param note e-mail, or that it has ended; empty for nothing
     * @param above what it is below, null at the top
     * @param depth how many are above it, at most 6 for the look
     */
    public record Row(String id, String shortName, String name, String note, String above, int depth) {}
}
