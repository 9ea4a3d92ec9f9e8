package de.kreiswerk.console.web.shell;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ConsolePage;
import java.util.Map;

/** The words of the frame. */
final class ShellTexts {

    static final Text CONSOLE = new Text("Verwaltungskonsole", "Admin console");
    static final Text NAVIGATION = new Text("Seiten der Verwaltungskonsole", "Pages of the admin console");
    static final Text SIGNED_IN = new Text("Angemeldet als", "Signed in as");

    static final Map<ConsolePage.Group, Text> GROUPS = Map.of(
            ConsolePage.Group.PLATFORM, new Text("Plattform", "Platform"),
            ConsolePage.Group.PEOPLE, new Text("Personen und Rechte", "People and rights"),
            ConsolePage.Group.AREAS, new Text("Fachanwendungen", "Applications"));

    private ShellTexts() {}
}
