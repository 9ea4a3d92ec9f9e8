package de.kreiswerk.deployment.web.component;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.ComponentVersion;
import de.kreiswerk.deployment.api.Finding;
import de.kreiswerk.deployment.api.Plan;
import de.kreiswerk.deployment.api.Switch;

/** The words of the pages about components. */
public final class ComponentTexts {

    public static final Text HISTORY_IN_TRAIL = new Text("Verlauf im Prüfpfad", "History in the trail");
    public static final Text COMPONENTS = new Text("Komponenten", "Components");
    public static final Text LEAD = new Text(
            "Was die Fachbereiche auf dieser Plattform betreiben. Eine Komponente wird hochgeladen, geprüft und erst nach Ihrer Bestätigung umgeschaltet; Anfragen gehen dabei nicht verloren.",
            "What the departments run on this platform. A component is uploaded, checked, and switched only when you confirm; no request is lost.");
    public static final Text NONE = new Text(
            "Noch hat kein Fachbereich etwas eingespielt, das Sie sehen dürfen.",
            "No department has deployed anything yet that you may see.");
    public static final Text FIRST_STEPS = new Text(
            "So beginnt es: Legen Sie fest, was ein Fachbereich einspielen darf, tragen Sie den Schlüssel ein, mit dem er unterschreibt, und laden Sie das Archiv hoch.",
            "This is how to begin: say what a department may deploy, register the key that it signs with, and upload the archive.");
    public static final Text SIGNERS = new Text("Unterschriften", "Signers");
    public static final Text GRANTS = new Text("Was Fachbereiche dürfen", "What departments may do");
    public static final Text BACK_TO_LIST = new Text("Alle Komponenten", "All components");

    public static final Text UPLOAD = new Text("Archiv hochladen", "Upload an archive");
    public static final Text UPLOAD_LEAD = new Text(
            "Das Archiv wird gelesen, seine Unterschrift und die Regeln des Fachbereichs werden geprüft. Eingespielt wird dabei noch nichts.",
            "The archive is read, its signature and the department’s rules are checked. Nothing is installed by that.");
    public static final Text FILE = new Text("Archiv", "Archive");
    public static final Text FILE_HINT = new Text(
            "Eine Datei NAME-VERSION.kwc oder ein unterschriebenes JAR, höchstens 100 MiB.",
            "A file NAME-VERSION.kwc or a signed JAR, 100 MiB at most.");
    public static final Text DROP = new Text("Oder ziehen Sie die Datei hierher.", "Or drop the file here.");
    public static final Text UPLOADING = new Text("Wird hochgeladen", "Uploading");
    public static final Text CHECKING = new Text("Wird geprüft …", "Being checked …");
    public static final Text UPLOAD_BROKE = new Text(
            "Das Hochladen brach ab. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.",
            "The upload broke off. Check the connection and try again.");
    public static final Text FILE_TOO_LARGE =
            new Text("Die Datei ist größer als 100 MiB.", "The file is larger than 100 MiB.");
    public static final Text SEVERAL_FILES = new Text(
            "Das sind mehrere Dateien. Laden Sie die Archive einzeln hoch.",
            "These are several files. Upload one archive at a time.");
    public static final Text FOLDER = new Text(
            "Das ist ein Ordner. Ziehen Sie das Archiv selbst hierher, die Datei mit der Endung .kwc oder .jar.",
            "This is a folder. Drop the archive itself, the file that ends in .kwc or .jar.");
    public static final Text FILE_MISSING = new Text("Wählen Sie eine Datei.", "Choose a file.");
    public static final Text FORM_NOT_READABLE = new Text(
            "Das Formular kam ohne Datei an. Laden Sie die Seite neu und versuchen Sie es noch einmal.",
            "The form came without a file. Reload the page and try again.");
    public static final Text UPLOADED = new Text(
            "Hochgeladen und geprüft. Eingespielt ist noch nichts.", "Uploaded and checked. Nothing is installed yet.");

    public static final Text NAME = new Text("Name", "Name");
    public static final Text DEPARTMENT = new Text("Fachbereich", "Department");
    public static final Text VERSION = new Text("Version", "Version");
    public static final Text NO_VERSION = new Text("keine", "none");
    public static final Text SIGNATURE = new Text("Unterschrift", "Signature");
    public static final Text SINCE = new Text("Zuletzt umgeschaltet", "Last switched");
    public static final Text NEVER = new Text("noch nie", "never");
    private static final Text WHY_NOT = new Text("Warum läuft sie nicht?", "Why is it not running?");
    public static final Text DETAILS = new Text("Einzelheiten", "Details");
    public static final Text WAITING_ONE =
            new Text("Eine Version wartet auf Freigabe.", "One version waits for approval.");
    public static final Text UNDER_WAY = new Text("Wird gerade umgeschaltet", "Being switched just now");
    public static final Text WATCH = new Text("Ansehen, wie weit es ist", "See how far it is");

    public static final Text VERSIONS = new Text("Versionen", "Versions");
    public static final Text NO_VERSIONS = new Text("Keine Version ist aufbewahrt.", "No version is kept.");
    public static final Text UPLOADED_AT = new Text("Hochgeladen", "Uploaded");
    public static final Text APPROVED_BY = new Text("Freigegeben von", "Approved by");
    public static final Text SOMEBODY = new Text("jemandem", "somebody");
    public static final Text SIZE = new Text("Größe", "Size");
    public static final Text ARCHIVE_HASH = new Text("SHA-256", "SHA-256");
    public static final Text BUNDLES = new Text("Bundles", "Bundles");
    public static final Text WANTS = new Text("Was ihr Code will", "What its code wants");
    public static final Text FINDINGS = new Text("Was die Prüfung fand", "What the check found");
    public static final Text NOTHING_FOUND = new Text("nichts", "nothing");
    public static final Text QUARANTINE = new Text("In Quarantäne", "In quarantine");
    public static final Text CONTENTS = new Text("Inhalt und Prüfung", "Contents and check");
    public static final Text TO_PLAN = new Text("Plan ansehen und umschalten", "See the plan and switch");
    public static final Text AGAIN = new Text("Noch einmal starten", "Start once more");
    public static final Text TO_APPROVAL = new Text("Freigeben", "Approve");
    public static final Text OWN_UPLOAD = new Text(
            "Sie haben diese Version selbst hochgeladen; freigeben muss sie jemand anderes.",
            "You have uploaded this version yourself; somebody else must approve it.");
    public static final Text NEEDS_OTHERS = new Text(
            "Diese Version wartet auf die Freigabe durch jemanden, der sie nicht hochgeladen hat.",
            "This version waits for the approval of somebody who has not uploaded it.");
    public static final Text RUNS_UNAPPROVED = new Text(
            "Diese Version läuft, will aber mehr, als der Fachbereich inzwischen darf. Ohne Freigabe startet sie nach einem Neustart der Plattform nicht mehr.",
            "This version runs, but wants more than the department may by now. Without an approval it does not start again after the platform was.");
    public static final Text DISCARD = new Text("Verwerfen", "Discard");
    public static final Text ROLL_BACK = new Text("Zur vorigen Version zurück", "Back to the previous version");
    public static final Text REMOVE = new Text("Komponente entfernen", "Remove the component");
    public static final Text TO_MAP = new Text("Was sie anbietet und nutzt", "What it offers and uses");

    public static final Text NODES = new Text("Auf den Knoten der Plattform", "On the nodes of the platform");
    public static final Text NODES_LEAD = new Text(
            "Jeder Knoten folgt dem, was aktiv ist, von selbst; arbeitet es auf einem nicht, wird es überall zurückgenommen.",
            "Each node follows what is active by itself; what does not work on one of them is taken back everywhere.");
    public static final Text OWN_NODE = new Text("dieser Knoten", "this node");
    public static final Text OTHER_NODE = new Text("Knoten", "Node");
    public static final Text NODE_FOLLOWS = new Text("schaltet gerade um", "is switching just now");
    public static final Text NODE_RUNS_NONE = new Text("nichts", "nothing");
    public static final Text HISTORY = new Text("Verlauf", "History");
    public static final Text NO_HISTORY = new Text("Umgeschaltet wurde noch nie.", "It was never switched.");
    public static final Text BEGAN = new Text("Begonnen", "Began");
    public static final Text TOOK = new Text("Gedauert", "Took");
    public static final Text REASON = new Text("Grund", "Reason");
    public static final Text PHASES = new Text("Schritte", "Steps");

    public static final Text PLAN_LEAD = new Text(
            "Das ist nur ein Probelauf: Geändert wird erst, wenn Sie unten bestätigen.",
            "This is a dry run only: nothing changes until you confirm below.");
    public static final Text NOT_POSSIBLE = new Text("So geht es nicht", "It cannot be done like this");
    public static final Text WHAT_HAPPENS = new Text("Was geschieht", "What happens");
    public static final Text BUNDLE = new Text("Bundle", "Bundle");
    public static final Text BEFORE = new Text("Vorher", "Before");
    public static final Text AFTER = new Text("Nachher", "After");
    public static final Text CONFIGURATIONS = new Text("Konfigurationen", "Configurations");
    public static final Text REFRESHED = new Text(
            "Diese Bundles anderer Komponenten werden kurz angehalten und neu gestartet",
            "These bundles of other components are stopped for a moment and started again");
    public static final Text DEPENDANTS =
            new Text("Diese Komponenten nutzen, was diese anbietet", "These components use what this one offers");
    public static final Text NO_DEPENDANTS =
            new Text("Keine andere Komponente hängt davon ab.", "No other component depends on it.");
    public static final Text NOTES = new Text("Außerdem wichtig", "Worth knowing, too");
    public static final Text NOTHING_TO_DO = new Text("An den Bundles ändert sich nichts.", "No bundle changes.");

    public static final Text SWITCH_NOW = new Text("Jetzt umschalten", "Switch now");
    public static final Text SWITCH_LEAD = new Text(
            "Anfragen an die Komponente warten währenddessen einen Augenblick. Läuft die neue Version nicht, kommt die alte von selbst zurück.",
            "Requests to the component wait a moment meanwhile. If the new version does not run, the old one comes back by itself.");
    private static final Text FAULTY_AGAIN_LEAD = new Text(
            "Diese Version läuft, ihre Prüfungen melden aber einen Fehler. Sie wird angehalten und noch einmal gestartet; Anfragen an die Komponente warten währenddessen einen Augenblick.",
            "This version runs, but its checks report a fault. It is stopped and started once more; requests to the component wait a moment meanwhile.");
    private static final Text AGAIN_LEAD = new Text(
            "Diese Version ist die aktive, läuft aber nicht. Sie wird noch einmal gestartet; Anfragen an die Komponente warten währenddessen einen Augenblick.",
            "This version is the active one, but does not run. It is started once more; requests to the component wait a moment meanwhile.");
    public static final Text QUARANTINE_LEAD = new Text(
            "Diese Version ist in Quarantäne und wird nicht von selbst noch einmal versucht. Nur wer die Plattform verwaltet, kann sie erneut versuchen.",
            "This version is in quarantine and is not tried again by itself. Only who administers the platform can try it again.");
    public static final Text ROLL_BACK_NOW = new Text("Jetzt zurückschalten", "Switch back now");
    public static final Text ROLL_BACK_LEAD = new Text(
            "Die Version, die vorher aktiv war, wird wieder aktiv, mit ihrer Konfiguration. Daten bleiben, wie sie sind.",
            "The version that was active before becomes active again, with its configuration. Data stay as they are.");
    public static final Text REMOVE_NOW = new Text("Jetzt entfernen", "Remove now");
    public static final Text REMOVE_LEAD = new Text(
            "Die Komponente ist danach nicht mehr erreichbar. Ihre Daten, ihre Einstellungen und ihre Versionen bleiben; sie kann später wieder eingeschaltet werden.",
            "The component cannot be reached afterwards. Its data, its settings and its versions stay; it can be switched on again later.");
    public static final Text APPROVE_NOW = new Text("Ja, freigeben", "Yes, approve");
    public static final Text APPROVE_LEAD = new Text(
            "Das geht über das hinaus, was der Fachbereich ohne Nachfrage darf. Mit der Freigabe verantworten Sie es.",
            "This goes beyond what the department may do without being asked. By approving it you answer for it.");
    public static final Text APPROVED = new Text("Die Version ist freigegeben.", "The version is approved.");
    public static final Text DISCARD_NOW = new Text("Ja, verwerfen", "Yes, discard");
    public static final Text DISCARD_LEAD = new Text(
            "Die Version und ihr Archiv werden gelöscht. Das lässt sich nicht zurücknehmen; hochladen können Sie das Archiv erneut.",
            "The version and its archive are deleted. That cannot be undone; you can upload the archive again.");
    public static final Text DISCARDED = new Text("Die Version ist verworfen.", "The version is discarded.");
    public static final Text NOT_ALLOWED = new Text(
            "Dafür fehlt Ihnen in diesem Fachbereich die Berechtigung.",
            "You lack the permission for this in this department.");
    public static final Text STALE = new Text(
            "Jemand hat die Komponente inzwischen umgeschaltet. Unten steht, was jetzt geschähe; bestätigen Sie noch einmal, wenn Sie das wollen.",
            "Somebody has switched the component meanwhile. Below is what would happen now; confirm once more if you want that.");
    public static final Text GONE_MEANWHILE = new Text(
            "Diese Version gibt es nicht mehr; jemand hat sie verworfen.",
            "There is no such version any more; somebody has discarded it.");

    public static final Text PROGRESS = new Text("Ablauf", "Progress");
    public static final Text RELOAD = new Text("Stand neu laden", "Reload");
    public static final Text FOLLOWING =
            new Text("Diese Seite hält sich selbst auf dem Stand.", "This page keeps itself up to date.");
    public static final Text INTERRUPTED =
            new Text("Keine Verbindung; es wird weiter versucht.", "No connection; still trying.");
    public static final Text SIGNED_OUT = new Text(
            "Sie sind nicht mehr angemeldet. Laden Sie die Seite neu.",
            "You are not signed in any more. Reload the page.");
    public static final Text CANCEL = new Text("Umschalten abbrechen", "Cancel the switch");
    public static final Text CANCEL_NOW = new Text("Abbrechen und zurück", "Cancel and go back");
    public static final Text CANCEL_LEAD = new Text(
            "Was vorher aktiv war, wird wieder aktiv. Die neue Version bleibt aufbewahrt.",
            "What was active before becomes active again. The new version is kept.");
    public static final Text CANCEL_TOO_LATE =
            new Text("Diese Umschaltung ist schon beendet.", "This switch has ended already.");
    public static final Text TO_COMPONENT = new Text("Zur Komponente", "To the component");
    public static final Text STEP_DONE = new Text("fertig", "done");
    public static final Text STEP_RUNNING = new Text("läuft …", "under way …");
    public static final Text STEP_FAILED = new Text("hier ging es nicht weiter", "it went no further here");
    public static final Text STEP_OPEN = new Text("steht noch aus", "still to come");

    public static final Text MAP_LEAD = new Text(
            "Wer hier mit wem verbunden ist, jetzt, auf diesem Knoten.",
            "Who is connected with whom, now, on this node.");
    public static final Text MAP_OFF = new Text(
            "Die Komponente läuft nicht; deshalb gibt es nichts zu zeigen.",
            "The component does not run; therefore there is nothing to show.");
    public static final Text ADDRESSES = new Text("Adressen", "Addresses");
    public static final Text OFFERS = new Text("Bietet an", "Offers");
    public static final Text USES = new Text("Nutzt", "Uses");
    public static final Text PICTURE = new Text(
            "Bild: links, was die Komponente nutzt; rechts, was sie anbietet. Dasselbe steht darunter als Tabelle.",
            "Picture: on the left what the component uses, on the right what it offers. The same is below as a table.");
    public static final Text AS_TABLE = new Text("Als Tabelle", "As a table");
    public static final Text DIRECTION = new Text("Richtung", "Direction");
    public static final Text KIND = new Text("Art", "Kind");
    public static final Text WHAT = new Text("Was", "What");
    public static final Text WITH_WHOM = new Text("Mit wem", "With whom");
    public static final Text SERVICE = new Text("Dienst", "Service");
    public static final Text PACKAGE = new Text("Paket", "Package");
    public static final Text NOBODY = new Text("niemand", "nobody");
    public static final Text MORE_IN_TABLE = new Text("weitere in der Tabelle", "more in the table");

    private ComponentTexts() {}

    /** How many versions wait. */
    public static Text waiting(long count) {
        return count == 1
                ? WAITING_ONE
                : new Text(count + " Versionen warten auf Freigabe.", count + " versions wait for approval.");
    }

    /** Whether a component runs, and how it is then. */
    public static Text state(Component component) {
        return switch (healthOf(component)) {
            case OK -> state(component.state());
            case WARN -> new Text("läuft, mit einer Warnung", "running, with a warning");
            case CRITICAL -> new Text("läuft, meldet aber einen Fehler", "running, but reports a fault");
        };
    }

    /** What happens to a version that is started once more. */
    static Text againLead(Component component) {
        return VersionRow.reportsFault(component) ? FAULTY_AGAIN_LEAD : AGAIN_LEAD;
    }

    /** Of one that does not run nobody says anything. */
    static Component.Health healthOf(Component component) {
        return component.health() == null ? Component.Health.OK : component.health();
    }

    /** What is above its reason. */
    public static Text reasonTitle(Component component) {
        return component.state() == Component.State.RUNNING
                ? new Text("Was ihre Prüfungen melden", "What its checks report")
                : WHY_NOT;
    }

    /** Whether a component runs. */
    private static Text state(Component.State state) {
        return switch (state) {
            case OFF -> new Text("aus", "off");
            case RUNNING -> new Text("läuft", "running");
            case SWITCHING -> new Text("wird umgeschaltet", "being switched");
            case FAILED -> new Text("läuft nicht", "not running");
            case DELETING -> new Text("wird gelöscht", "being deleted");
        };
    }

    /** What became of a version. */
    public static Text state(ComponentVersion.State state) {
        return switch (state) {
            case WAITING -> new Text("wartet auf Freigabe", "waits for approval");
            case READY -> new Text("bereit", "ready");
            case ACTIVE -> new Text("aktiv", "active");
            case KEPT -> new Text("aufbewahrt", "kept");
            case QUARANTINED -> new Text("in Quarantäne", "in quarantine");
        };
    }

    /** What a signature is worth; a state that is new here says its own name. */
    public static Text signature(String state) {
        return switch (state) {
            case "VALID" -> new Text("gültig", "valid");
            case "UNSIGNED" -> new Text("nicht unterschrieben", "unsigned");
            case "UNKNOWN_SIGNER" -> new Text("unbekannter Schlüssel", "unknown signer");
            case "MODIFIED" -> new Text("nach der Unterschrift verändert", "modified after it was signed");
            case "EXPIRED" -> new Text("Schlüssel abgelaufen", "key expired");
            case "REVOKED" -> new Text("Schlüssel widerrufen", "key revoked");
            default -> Text.same(state);
        };
    }

    /** What follows from a finding. */
    public static Text severity(Finding.Severity severity) {
        return switch (severity) {
            case REFUSED -> new Text("abgelehnt", "refused");
            case NEEDS_ADMINISTRATOR -> new Text("nur durch die Administration", "by an administrator only");
            case NEEDS_APPROVAL -> new Text("braucht eine Freigabe", "needs an approval");
            case NOTE -> new Text("Hinweis", "note");
        };
    }

    /** What happens to a part. */
    public static Text kind(Plan.Kind kind) {
        return switch (kind) {
            case ADDED -> new Text("kommt dazu", "comes");
            case CHANGED -> new Text("wird ersetzt", "is replaced");
            case SAME -> new Text("bleibt gleich", "stays the same");
            case REMOVED -> new Text("fällt weg", "goes");
        };
    }

    /** How that is marked for the eye. */
    public static String mark(Plan.Kind kind) {
        return switch (kind) {
            case ADDED -> "+";
            case CHANGED -> "~";
            case SAME -> "=";
            case REMOVED -> "\u2212";
        };
    }

    /** What a switch is for, with the versions. */
    public static Text title(Switch change) {
        String to = change.toVersion();
        return switch (change.kind()) {
            case DEPLOY -> new Text("Umschalten auf " + to, "Switch to " + to);
            case ROLLBACK -> new Text("Zurück zu " + to, "Back to " + to);
            case REMOVE -> new Text("Entfernen", "Removal");
        };
    }

    /** How it stands with a switch, in a sentence. */
    public static Text sentence(Switch change) {
        return switch (change.state()) {
            case RUNNING -> new Text("Es wird umgeschaltet.", "It is being switched.");
            case DONE ->
                change.kind() == Switch.Kind.REMOVE
                        ? new Text("Die Komponente ist entfernt.", "The component is removed.")
                        : new Text(
                                "Version " + change.toVersion() + " ist jetzt aktiv.",
                                "Version " + change.toVersion() + " is active now.");
            case UNDONE ->
                new Text(
                        "Es wurde zurückgenommen. Was vorher aktiv war, ist wieder aktiv.",
                        "It was taken back. What was active before is active again.");
            case FAILED ->
                new Text(
                        "Es ist gescheitert, und auch was vorher aktiv war, läuft nicht.",
                        "It failed, and what was active before does not run either.");
        };
    }

    /** Where a switch is, in a word or two. */
    public static Text state(Switch.State state) {
        return switch (state) {
            case RUNNING -> new Text("läuft", "under way");
            case DONE -> new Text("erledigt", "done");
            case UNDONE -> new Text("zurückgenommen", "taken back");
            case FAILED -> new Text("gescheitert", "failed");
        };
    }
}
