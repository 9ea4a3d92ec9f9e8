package de.kreiswerk.identity.web.console;

import java.util.List;

/**
 * Which role may do what.
 *
 * @param basics what every page shows
 * @param columns the roles
 * @param areas the permissions
 * @param tooLarge whether there is too much of it for one form
 * @param unchanged whether somebody asked to check changes and there are none
 * @param changes what others changed while it was edited
 */
public record RoleMatrixView(
        PageBasics basics,
        List<Column> columns,
        List<Area> areas,
        boolean tooLarge,
        boolean unchanged,
        List<Change> changes) {

    /** Whether there is a form. */
    public boolean editable() {
        return basics.mayChange() && !tooLarge;
    }

    /**
     * A role.
     *
     * @param id its id
     * @param name what it is called
     * @param fixed whether it may do everything, which is not changed here
     * @param revision its revision
     * @param permissions what it has now, with blanks between
     */
    public record Column(String id, String name, boolean fixed, long revision, String permissions) {}

    /**
     * The permissions of an area.
     *
     * @param code how their names begin
     * @param lines the permissions
     */
    public record Area(String code, List<Line> lines) {}

    /**
     * A permission.
     *
     * @param name its name
     * @param words what it is, null when its area is not installed
     * @param cells one for each role
     */
    public record Line(String name, String words, List<Cell> cells) {

        /** What people call it. */
        public String label() {
            return words == null ? name : words;
        }
    }

    /**
     * Whether a role has a permission.
     *
     * @param column the role
     * @param id what the box is called in the page
     * @param box whether it can be changed
     * @param ticked whether it has it, or is to have it
     * @param error what is wrong with that, null when nothing is
     * @param now what holds now, when somebody else changed it; else null
     */
    public record Cell(Column column, String id, boolean box, boolean ticked, String error, String now) {

        /** The ids of what is said about it, null when nothing is. */
        public String describedBy() {
            String about = (now == null ? "" : id + "-hinweis ") + (error == null ? "" : id + "-fehler");
            return about.isEmpty() ? null : about.strip();
        }
    }

    /**
     * What somebody else changed.
     *
     * @param id what the box is called in the page
     * @param words in words
     */
    public record Change(String id, String words) {}
}
