package de.kreiswerk.console.web.view;

/** The names of the permissions that the console's own pages ask for. */
public final class Permissions {

    /** Opens the console. */
    public static final String CONSOLE = "platform.console";

    /** Reads what health checks say. */
    public static final String HEALTH = "platform.health";

    /** Reads the log. */
    public static final String LOG = "platform.log";

    private Permissions() {}
}
