package de.kreiswerk.console.web.shell;

import java.util.List;
import java.util.Locale;

/**
 * What the frame shows.
 *
 * @param language the reader's language
 * @param caller the name of who is signed in
 * @param groups the navigation; groups without a page for this caller are not among it
 * @param content what the page itself shows, as HTML
 */
record ShellView(Locale language, String caller, List<Group> groups, String content) {

    /** Pages that belong together. */
    record Group(String label, List<Link> links) {}

    /**
     * A link to a page.
     *
     * @param label what it says
     * @param address where it leads
     * @param current the value of aria-current, null when it leads elsewhere
     */
    record Link(String label, String address, String current) {}
}
