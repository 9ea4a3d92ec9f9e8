package de.kreiswerk.console.web.settings;

import de.kreiswerk.core.api.web.Console;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where settings are in the console. */
final class SettingsAddress {

    static final String ALL = Console.BASE + "/einstellungen";
    static final String NEW = "/neu";
    static final String DELETE = "/loeschen";

    /** What was done, for the page that is shown next. */
    static final String DONE = "erfolg";

    private SettingsAddress() {}

    /** Of a group, a factory or one of its configurations. */
    static String of(String pid) {
        return ALL
                + "/"
                + URLEncoder.encode(pid, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%7E", "~");
    }

    static String done(String pid, String what) {
        return of(pid) + "?" + DONE + "=" + what;
    }
}
