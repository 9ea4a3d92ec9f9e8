package de.kreiswerk.identity.web.console;

import java.util.List;

/**
 * What is going to be different about roles, before it is.
 *
 * @param basics what every page shows
 * @param changes by role
 */
public record RoleReviewView(PageBasics basics, List<Change> changes) {

    /**
     * What is going to be different about a role.
     *
     * @param id its id
     * @param name what it is called
     * @param revision the revision that the form was made of
     * @param before what was ticked then, with blanks between
     * @param wanted what is ticked now
     * @param added what it gets
     * @param removed what it loses
     */
    public record Change(
            String id,
            String name,
            long revision,
            String before,
            List<String> wanted,
            List<Named> added,
            List<Named> removed) {}

    /**
     * A permission.
     *
     * @param name its name
     * @param words what it is
     */
    public record Named(String name, String words) {}
}
