package de.kreiswerk.deployment.web.grant;

import de.kreiswerk.core.api.text.Text;

/** The words of the pages about what departments may deploy. */
public final class GrantTexts {

    public static final Text GRANTS = new Text("Was Fachbereiche dürfen", "What departments may do");
    public static final Text LEAD = new Text(
            "Was ein Fachbereich ohne Nachfrage einspielen darf. Was darüber hinausgeht, muss jemand freigeben, der es nicht hochgeladen hat.",
            "What a department may deploy without being asked. What goes beyond it must be approved by somebody who has not uploaded it.");
    public static final Text NONE =
            new Text("Noch darf kein Fachbereich etwas einspielen.", "No department may deploy anything yet.");
    public static final Text BACK = new Text("Alle Fachbereiche", "All departments");
    public static final Text BACK_TO_COMPONENTS = new Text("Alle Komponenten", "All components");
    public static final Text WITHOUT = new Text("Fachbereiche ohne Komponenten", "Departments without components");
    public static final Text NOTHING_YET = new Text("darf noch nichts einspielen", "may not deploy anything yet");
    public static final Text NAMESPACE = new Text("Namensraum", "Namespace");
    public static final Text NAMESPACE_HINT = new Text(
            "Damit beginnen die Namen seiner Komponenten und Bundles, zum Beispiel de.lueneburg.ordnung. Bleibt fest, sobald etwas hochgeladen ist.",
            "The names of its components and bundles begin with it, such as de.lueneburg.ordnung. Stays as it is once something was uploaded.");
    public static final Text PATH = new Text("Pfad", "Path");
    public static final Text PATH_HINT = new Text(
            "Seine Adressen beginnen damit: „ordnung“ steht für /ordnung/… und /api/ordnung/…. 2 bis 40 Zeichen a–z, 0–9 und -.",
            "Its addresses begin with it: 'ordnung' stands for /ordnung/… and /api/ordnung/…. 2 to 40 of a–z, 0–9 and -.");
    public static final Text WANTS = new Text("Was sein Code darf", "What its code may do");
    public static final Text WANTS_HINT = new Text(
            "Ohne Haken braucht es jedes Mal eine Freigabe.", "Without a tick it needs an approval each time.");
    public static final Text IMPORTS = new Text("Weitere Pakete", "Further packages");
    public static final Text IMPORTS_HINT = new Text(
            "Eines je Zeile, über die hinaus, die alle nutzen dürfen; mit .* am Ende auch alles darunter.",
            "One a line, besides those that everyone may use; with .* at the end all below as well.");
    public static final Text NOTHING = new Text("nichts ohne Freigabe", "nothing without an approval");
    public static final Text UNAPPROVED = new Text("Braucht jetzt eine Freigabe", "Needs an approval now");
    public static final Text SAVE = new Text("Speichern", "Save");
    public static final Text SAVED = new Text("Gespeichert.", "Saved.");
    public static final Text ONLY_READ = new Text(
            "Ändern darf das nur, wer die Plattform verwaltet.", "Only who administers the platform may change this.");

    private GrantTexts() {}
}
