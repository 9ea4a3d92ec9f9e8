package de.kreiswerk.deployment.web.component;

import de.kreiswerk.core.api.web.Console;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where these pages are. */
public final class Places {

    /** All components. */
    public static final String LIST = Console.BASE + "/komponenten";

    /** The form for an archive. No component's name is like it: they have dots. */
    public static final String UPLOAD = LIST + "/hochladen";

    /** The keys. */
    public static final String SIGNERS = LIST + "/unterschriften";

    /** What departments may deploy. */
    public static final String GRANTS = LIST + "/bereiche";

    static final String APPROVE = "freigeben";
    static final String DISCARD = "verwerfen";
    static final String SWITCH = "umschalten";
    static final String ROLL_BACK = "zurueck";
    static final String REMOVE = "entfernen";
    static final String DELETE = "loeschen";
    static final String DELETION = "loeschung";
    static final String CANCEL = "abbrechen";
    static final String MAP = "verbindungen";
    static final String PROGRESS = "vorgang";
    static final String DONE = "erfolg";

    private Places() {}

    /** A component. */
    public static String component(String name) {
        return LIST + "/" + encoded(name);
    }

    /** What is done with a component. */
    public static String of(String name, String what) {
        return component(name) + "/" + what;
    }

    /** What is done with a version or a switch of a component. */
    public static String of(String name, String what, String id) {
        return component(name) + "/" + what + "/" + encoded(id);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}
