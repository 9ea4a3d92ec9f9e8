package de.kreiswerk.console.web.overview;

import de.kreiswerk.core.api.text.Text;
import java.util.Map;
import org.apache.felix.hc.api.Result;

/** The words of the overview. */
final class OverviewTexts {

    static final Text TITLE = new Text("Überblick", "Overview");
    static final Text ALL_WELL = new Text("Die Plattform arbeitet ohne Störung.", "The platform works without faults.");
    static final Text NOT_WELL = new Text(
            "Mindestens eine Prüfung meldet eine Störung. Die Tabelle sagt, welche.",
            "At least one check reports a fault. The table says which.");
    static final Text WATCH = new Text(
            "Die Plattform arbeitet; mindestens eine Prüfung warnt.", "The platform works; at least one check warns.");
    static final Text NO_CHECKS = new Text(
            "Zurzeit prüft nichts den Zustand der Plattform.", "Nothing checks the platform's health at the moment.");
    static final Text HEALTH = new Text("Zustand", "Health");
    static final Text CHECK = new Text("Prüfung", "Check");
    static final Text STATE = new Text("Stand", "State");
    static final Text MESSAGE = new Text("Meldung", "Message");
    static final Text FACTS = new Text("Plattform", "Platform");
    static final Text COMPLAINTS = new Text("Letzte Warnungen und Fehler", "Last warnings and errors");
    static final Text NO_COMPLAINTS = new Text(
            "Seit dem Start gab es keine Warnung und keinen Fehler.",
            "There was no warning and no error since the start.");
    static final Text TO_LOG = new Text("Zum Protokoll", "To the log");

    static final Text VERSION = new Text("Version", "Version");
    static final Text UPTIME = new Text("In Betrieb", "Running");
    static final Text JAVA = new Text("Java", "Java");
    static final Text MEMORY = new Text("Arbeitsspeicher", "Memory");
    static final Text SYSTEM = new Text("Betriebssystem", "Operating system");
    static final Text UNKNOWN = new Text("unbekannt", "unknown");

    static final Map<Result.Status, Text> STATES = Map.of(
            Result.Status.OK, new Text("in Ordnung", "fine"),
            Result.Status.WARN, new Text("Warnung", "warning"),
            Result.Status.TEMPORARILY_UNAVAILABLE, new Text("vorübergehend nicht da", "temporarily unavailable"),
            Result.Status.CRITICAL, new Text("gestört", "faulty"),
            Result.Status.HEALTH_CHECK_ERROR, new Text("Prüfung schlug fehl", "check failed"));

    private OverviewTexts() {}
}
