package de.kreiswerk.core.api.web;

import de.kreiswerk.core.api.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A page of the admin console: while the service is there, the console's navigation leads to it. The page itself is a
 * servlet that writes with {@link Console} and states the same permission ({@link WebConstants#PERMISSION}); the navigation
 * only spares callers links that they may not follow.
 */
@ConsumerType
public interface ConsolePage {

    /**
     * What the page is about.
     *
     * @return a word or two
     */
    Text title();

    /**
     * Where the page is; pages below it count as parts of it.
     *
     * @return a path that begins with {@code /admin/}
     */
    String path();

    /**
     * Among which pages it stands.
     *
     * @return the group
     */
    Group group();

    /**
     * Its place in the group.
     *
     * @return smaller comes first
     */
    int order();

    /**
     * Which permission the page asks for.
     *
     * @return its name such as {@code platform.settings}; a page that names none is shown to nobody
     */
    String permission();

    /** The groups of the navigation, in their order. */
    enum Group {
        /** Health, settings, logs, backups. */
        PLATFORM,
        /** Departments, accounts, roles, sign-in, sessions, tokens. */
        PEOPLE,
        /** What the areas bring. */
        AREAS
    }
}
