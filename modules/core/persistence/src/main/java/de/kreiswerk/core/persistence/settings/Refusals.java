package de.kreiswerk.core.persistence.settings;

import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.settings.Setting;
import de.kreiswerk.core.api.settings.Settings;
import de.kreiswerk.core.api.text.Text;

/** Why settings cannot be changed, in words. */
final class Refusals {

    private Refusals() {}

    static ProblemException unknownGroup() {
        return new ProblemException(
                Problem.Kind.NOT_FOUND,
                "settings-not-found",
                new Text("Diese Einstellungen gibt es nicht", "No such settings"),
                new Text(
                        "Zurzeit ist kein Baustein da, der solche Einstellungen hat.",
                        "No component that is there at the moment has such settings."));
    }

    static ProblemException permissionMissing(String permission) {
        return new ProblemException(
                Problem.Kind.FORBIDDEN,
                "permission-missing",
                new Text("Keine Berechtigung", "Permission missing"),
                Grant.ALL.equals(permission)
                        ? new Text(
                                "Mit diesen Einstellungen käme man an jede Berechtigung. Ändern kann sie nur, wer alle Berechtigungen"
                                        + " für alle Fachbereiche hat, etwa durch die Rolle „administrator“.",
                                "With these settings one would get at any permission. Only who has all permissions for all"
                                        + " departments can change them, such as by the role 'administrator'.")
                        : new Text(
                                "Mit diesen Einstellungen käme man auch an das, wozu erst die Berechtigung „"
                                        + permission
                                        + "“ für alle Fachbereiche berechtigt. Ändern kann sie nur, wer sie ebenfalls hat.",
                                "With these settings one would also get at what takes the permission '" + permission
                                        + "' for all departments. Only who has it as well can change them."));
    }

    static ProblemException unknownChange() {
        return new ProblemException(
                Problem.Kind.NOT_FOUND,
                "setting-change-not-found",
                new Text("Diese Änderung gibt es nicht", "No such change"),
                new Text(
                        "Zurücknehmen lassen sich die letzten 20 Änderungen.",
                        "The last 20 changes can be taken back."));
    }

    static ProblemException changedMeanwhile() {
        return new ProblemException(
                Problem.Kind.PRECONDITION_FAILED,
                "setting-changed",
                new Text("Inzwischen geändert", "Changed meanwhile"),
                new Text(
                        "Jemand hat diese Einstellungen inzwischen geändert. Prüfen Sie, was jetzt gilt, und senden Sie Ihre"
                                + " Änderung noch einmal.",
                        "Somebody has changed these settings meanwhile. Look at what holds now and send your change again."));
    }

    static ProblemException creationIsDeleted() {
        return new ProblemException(
                Problem.Kind.CONFLICT,
                "setting-change-is-creation",
                new Text("Davor gab es nichts", "There was nothing before"),
                new Text(
                        "Mit dieser Änderung wurde die Konfiguration angelegt. Löschen Sie sie, wenn sie nicht mehr gebraucht"
                                + " wird.",
                        "This change made the configuration. Delete it if it is not needed any more."));
    }

    static ProblemException determinedElsewhere(Setting.Source source) {
        return new ProblemException(
                Problem.Kind.CONFLICT,
                "setting-determined",
                new Text("Hier nicht zu löschen", "Cannot be deleted here"),
                determined(source));
    }

    static Text nameNotPossible() {
        return new Text(
                "Bitte 1 bis 30 Kleinbuchstaben (a bis z), Ziffern und Bindestriche.",
                "1 to 30 small letters (a to z), digits and hyphens, please.");
    }

    static Text nameTaken() {
        return new Text(
                "Diesen Namen gibt es schon. Bitte einen anderen wählen.",
                "This name is taken. Please choose another one.");
    }

    static Text tooMany() {
        return new Text(
                "Es gibt schon " + Settings.MOST_CONFIGURATIONS + "; mehr sind nicht möglich.",
                "There are " + Settings.MOST_CONFIGURATIONS + " already; more are not possible.");
    }

    static Text unknownKey() {
        return new Text("Diese Einstellung gibt es nicht.", "There is no such setting.");
    }

    static Text determined(Setting.Source source) {
        return switch (source) {
            case ENVIRONMENT ->
                new Text(
                        "Das bestimmt die Umgebungsvariable KREISWERK_SETTINGS. Ändern Sie es dort.",
                        "The environment variable KREISWERK_SETTINGS determines this. Change it there.");
            case FILE ->
                new Text(
                        "Das bestimmt die Datei settings.properties. Ändern Sie es dort.",
                        "The file settings.properties determines this. Change it there.");
            default ->
                new Text(
                        "Das wird gebraucht, bevor Einstellungen gelesen werden können, und ist deshalb fest.",
                        "This is needed before settings can be read, and is therefore fixed.");
        };
    }
}
