package de.kreiswerk.console.web.view;

/** The names of the permissions that the console's own pages ask for. */
public final class Permissions {

    /** Whoever signed in has it. */
    public static final String SIGNED_IN = "identity.own-account";

    /** Sees how the platform is. */
    public static final String CONSOLE = "platform.console";

    /** Reads what health checks say. */
    public static final String HEALTH = "platform.health";

    /** Reads the log. */
    public static final String LOG = "platform.log";

    private Permissions() {}
}
