package de.kreiswerk.deployment.service;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.service.store.RanStep;
import de.kreiswerk.deployment.service.store.StoredVersion;
import java.util.List;

/** What is said to somebody who asks for what cannot be done. */
final class Refusals {

    private Refusals() {}

    static ProblemException noComponent() {
        return of(
                Kind.NOT_FOUND,
                "component-not-found",
                new Text("Komponente nicht gefunden", "Component not found"),
                new Text(
                        "Diese Komponente gibt es nicht, oder Sie dürfen sie nicht sehen.",
                        "There is no such component, or you may not see it."));
    }

    static ProblemException noVersion() {
        return of(
                Kind.NOT_FOUND,
                "version-not-found",
                new Text("Version nicht gefunden", "Version not found"),
                new Text(
                        "Diese Version der Komponente wird nicht mehr aufbewahrt. Laden Sie sie noch einmal hoch.",
                        "This version of the component is not kept any more. Upload it again."));
    }

    static ProblemException noSwitch() {
        return of(
                Kind.NOT_FOUND,
                "switch-not-found",
                new Text("Umschaltung nicht gefunden", "Switch not found"),
                new Text(
                        "Diese Umschaltung gibt es nicht, oder Sie dürfen sie nicht sehen.",
                        "There is no such switch, or you may not see it."));
    }

    static ProblemException noDepartment() {
        return noDepartment(new Text("Diesen Fachbereich gibt es hier nicht.", "There is no such department here."));
    }

    /** Who uploads may not have written what the archive says, so that it is quoted. */
    static ProblemException noDepartment(String stated) {
        return noDepartment(new Text(
                "Das Archiv nennt als Fachbereich „" + stated
                        + "“. Ihn gibt es hier nicht. Im Archiv muss das Kurzzeichen des Fachbereichs stehen oder seine Kennung.",
                "The archive names the department '" + stated
                        + "'. There is none here. The archive must state the department's short name or its id."));
    }

    private static ProblemException noDepartment(Text detail) {
        return of(
                Kind.UNPROCESSABLE,
                "department-not-known",
                new Text("Fachbereich nicht bekannt", "Department not known"),
                detail);
    }

    static ProblemException underWay() {
        return of(
                Kind.CONFLICT,
                "switch-under-way",
                new Text("Es wird gerade umgeschaltet", "A switch is under way"),
                new Text(
                        "Diese Komponente wird gerade umgeschaltet. Warten Sie, bis das beendet ist.",
                        "This component is being switched just now. Wait until that has ended."));
    }

    static ProblemException deleting() {
        return of(
                Kind.CONFLICT,
                "component-being-deleted",
                new Text("Sie wird gelöscht", "It is being deleted"),
                new Text(
                        "Diese Komponente wird gerade mit ihren Daten gelöscht. Warten Sie, bis das beendet ist.",
                        "This component is being deleted with its data just now. Wait until that has ended."));
    }

    static ProblemException starting() {
        return of(
                Kind.UNAVAILABLE,
                "deployment-starting",
                new Text("Gleich so weit", "Ready in a moment"),
                new Text(
                        "Die Plattform bringt gerade in Ordnung, was beim letzten Mal liegen blieb. Versuchen Sie es gleich noch einmal.",
                        "The platform is putting right what was left undone last time. Try again in a moment."));
    }

    static ProblemException behind() {
        return of(
                Kind.CONFLICT,
                "node-behind",
                new Text("Dieser Knoten ist noch nicht so weit", "This node is not there yet"),
                new Text(
                        "Auf diesem Knoten der Plattform läuft noch nicht, was aktiv ist. Versuchen Sie es gleich noch einmal; die Seite der Komponente sagt, was im Weg ist.",
                        "This node of the platform does not run yet what is active. Try again in a moment; the component's page says what is in the way."));
    }

    static ProblemException busy() {
        return of(
                Kind.UNAVAILABLE,
                "deployment-busy",
                new Text("Gerade viele Archive", "Many archives at the moment"),
                new Text(
                        "Gerade werden mehrere Archive geprüft. Versuchen Sie es gleich noch einmal.",
                        "Several archives are being examined just now. Try again in a moment."));
    }

    static ProblemException noRoom() {
        return of(
                Kind.UNAVAILABLE,
                "upload-not-written",
                new Text("Kein Platz für das Archiv", "No room for the archive"),
                new Text(
                        "Das Archiv ließ sich auf dem Server nicht zwischenspeichern; vielleicht ist dort kein Platz mehr. Bitten Sie die Administration, nachzusehen, und laden Sie es dann noch einmal hoch.",
                        "The archive could not be stored on the server; maybe there is no room left. Ask your administrator to look, and upload it again then."));
    }

    static ProblemException changed() {
        return of(
                Kind.PRECONDITION_FAILED,
                "component-changed",
                new Text("Inzwischen geändert", "Changed in between"),
                new Text(
                        "Jemand anderes hat diese Komponente inzwischen umgeschaltet. Laden Sie die Seite neu und sehen Sie nach, was jetzt läuft.",
                        "Somebody else has switched this component in between. Load it again and see what runs now."));
    }

    static ProblemException broken(RanStep step, StoredVersion version) {
        return conflict("version-broken-by-step", step.sentence(version.version()));
    }

    static ProblemException refused(String code, Text why) {
        return of(Kind.UNPROCESSABLE, code, new Text("Archiv abgelehnt", "Archive refused"), why);
    }

    static ProblemException conflict(String code, Text why) {
        return of(Kind.CONFLICT, code, new Text("So nicht möglich", "Not possible like this"), why);
    }

    static ProblemException of(Kind kind, String code, Text title, Text detail) {
        return new ProblemException(kind, code, title, detail);
    }

    static ProblemException of(Kind kind, String code, Text title, Text detail, List<Problem.Place> places) {
        return new ProblemException(new Problem(kind, code, title, detail, places));
    }
}
