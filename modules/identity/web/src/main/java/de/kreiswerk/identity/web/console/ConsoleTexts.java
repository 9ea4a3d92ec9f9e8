package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.api.text.Text;

/** The words of the console's pages about people. */
public final class ConsoleTexts {

    public static final Text ACCOUNTS = new Text("Konten", "Accounts");
    public static final Text ACCOUNTS_LEAD = new Text(
            "Wer sich anmelden kann, und welche Rollen dazugehören. Konten werden gesperrt oder geschlossen, nie gelöscht: Der Prüfpfad nennt sie.",
            "Who can sign in, and with which roles. Accounts are locked or closed, never deleted: the trail names them.");
    public static final Text NEW_ACCOUNT = new Text("Konto anlegen", "Make an account");
    public static final Text SEARCH = new Text("Suche in Anmeldename und Name", "Search login name and name");
    public static final Text SHOW = new Text("Anzeigen", "Show");
    public static final Text NONE = new Text("Nichts gefunden.", "Nothing found.");
    public static final Text MORE = new Text("Weitere", "More");
    public static final Text LOGIN_NAME = new Text("Anmeldename", "Login name");
    public static final Text LOGIN_HINT =
            new Text("Lateinische Buchstaben, Ziffern und . _ - + @", "Latin letters, digits and . _ - + @");
    public static final Text ID_IN_TRAIL = new Text("Kennung im Prüfpfad", "Id in the trail");
    public static final Text NAME = new Text("Name", "Name");
    public static final Text EMAIL = new Text("E-Mail (freiwillig)", "E-mail (optional)");
    public static final Text DEPARTMENTS_OF = new Text("Gehört zu", "Belongs to");
    public static final Text SAVE = new Text("Speichern", "Save");
    public static final Text SAVED = new Text("Gespeichert.", "Saved.");
    public static final Text BACK_TO_ACCOUNTS = new Text("Alle Konten", "All accounts");
    public static final Text STATE = new Text("Zustand", "State");
    public static final Text ACTIVE = new Text("aktiv", "active");
    public static final Text LOCKED = new Text("gesperrt", "locked");
    public static final Text CLOSED = new Text("geschlossen", "closed");
    public static final Text LOCK = new Text("Sperren", "Lock");
    public static final Text CLOSE = new Text("Schließen", "Close");
    public static final Text OPEN = new Text("Wieder öffnen", "Open again");
    public static final Text STATE_HINT = new Text(
            "Wer gesperrt oder geschlossen wird, ist sofort überall abgemeldet.",
            "Who is locked or closed is signed out everywhere at once.");
    public static final Text PASSWORD = new Text("Kennwort", "Password");
    public static final Text RESET = new Text("Kennwort zurücksetzen", "Reset password");
    public static final Text RESET_HINT = new Text(
            "Gibt einen Link, mit dem sich einmal und 24 Stunden lang ein neues Kennwort wählen lässt. Das bisherige gilt sofort nicht mehr, alle Sitzungen enden.",
            "Gives a link with which a new password can be chosen, once and for 24 hours. The current one stops working at once, all sessions end.");
    public static final Text RESET_BY_MAIL =
            new Text("Zurücksetzen und Link per E-Mail schicken", "Reset and send the link by e-mail");
    public static final Text RESET_AND_SHOW = new Text("Zurücksetzen und Link anzeigen", "Reset and show the link");
    public static final Text LINK_MAILED =
            new Text("Der Link wird per E-Mail verschickt", "The link is being sent by e-mail");
    public static final Text LINK_MAILED_HINT = new Text(
            "Er geht an die E-Mail-Adresse des Kontos. Das bisherige Kennwort gilt nicht mehr. Ob die E-Mail verschickt ist, zeigt der Postausgang.",
            "It goes to the account’s e-mail address. The current password does not work any more. The outbox shows whether the e-mail is sent.");
    public static final Text LINK = new Text("Link zum Wählen eines Kennworts", "Link to choose a password");
    public static final Text LINK_HINT = new Text(
            "Er wird nur dieses eine Mal gezeigt. Geben Sie ihn der Person auf einem sicheren Weg: Wer ihn hat, wählt das Kennwort. Er gilt bis",
            "It is shown this once. Pass it on to the person in a safe way: who has it chooses the password. It works until");
    public static final Text ISSUED = new Text("Neues Kennwort", "New password");
    public static final Text ISSUED_HINT = new Text(
            "Es wird nur dieses eine Mal gezeigt. Geben Sie es auf einem sicheren Weg weiter.",
            "It is shown this once. Pass it on in a safe way.");
    public static final Text ROLES = new Text("Rollen", "Roles");
    public static final Text NO_ROLES = new Text("Noch keine Rolle.", "No role yet.");
    public static final Text ROLE = new Text("Rolle", "Role");
    public static final Text CHOOSE = new Text("Bitte wählen", "Please choose");
    public static final Text WHERE = new Text("Wo (gilt auch darunter)", "Where (holds below as well)");
    public static final Text EVERYWHERE = new Text("Überall", "Everywhere");
    public static final Text GRANT_ROLE = new Text("Weitere Rolle geben", "Grant another role");
    public static final Text GRANT = new Text("Rolle geben", "Grant role");
    public static final Text REVOKE = new Text("Entziehen", "Take away");

    public static final Text DEPARTMENTS = new Text("Fachbereiche", "Departments");
    public static final Text DEPARTMENTS_LEAD = new Text(
            "Rechte in einem Fachbereich gelten auch in allem, was darunter steht.",
            "Rights in a department hold in everything below it.");
    public static final Text NEW_DEPARTMENT = new Text("Fachbereich anlegen", "Make a department");
    public static final Text BACK_TO_DEPARTMENTS = new Text("Alle Fachbereiche", "All departments");
    public static final Text SHORT_NAME = new Text("Kurzzeichen", "Short name");
    public static final Text DEPARTMENT_NAME_HINT =
            new Text("Wie ihn die Vorlagen unter Federführung nennen", "As papers name it as their lead department");
    public static final Text PARENT = new Text("Steht unter", "Is below");
    public static final Text BELOW = new Text("unter %s", "below %s");
    public static final Text TOP = new Text("oberste Ebene", "top level");
    public static final Text VALID_FROM = new Text("Gilt ab (freiwillig)", "Valid from (optional)");
    public static final Text VALID_UNTIL = new Text("Gilt bis (freiwillig)", "Valid until (optional)");
    public static final Text ENDED = new Text("beendet", "ended");

    public static final Text ROLES_LEAD = new Text(
            "Eine Rolle ist ein Bündel von Berechtigungen. Änderungen gelten ab der nächsten Anfrage.",
            "A role is a set of permissions. Changes hold from the next request on.");
    public static final Text NEW_ROLE = new Text("Rolle anlegen", "Make a role");
    public static final Text BACK_TO_ROLES = new Text("Alle Rollen", "All roles");
    public static final Text NAME_GERMAN = new Text("Name auf Deutsch", "Name in German");
    public static final Text NAME_ENGLISH = new Text("Name auf Englisch", "Name in English");
    public static final Text PERMISSIONS = new Text("Berechtigungen", "Permissions");
    public static final Text HISTORY_IN_TRAIL = new Text("Verlauf im Prüfpfad", "History in the trail");
    public static final Text ALL_PERMISSIONS = new Text(
            "Alle Berechtigungen, nur nicht die, den Prüfpfad zu lesen, seine Einträge für das Archiv abzuholen und über Anfragen zu"
                    + " Personen zu entscheiden: die gibt eine eigene Rolle, etwa „Revision“. Diese Rolle lässt sich nicht ändern.",
            "All permissions, except those to read the trail, to fetch its records for the archive and to decide on requests about"
                    + " persons: a role of its own gives them, such as 'Auditor'. This role cannot be changed.");
    public static final Text UNKNOWN = new Text("nicht installiert", "not installed");
    public static final Text ALL_RIGHTS = new Text(
            "alle Rechte, nur liest sie den Prüfpfad nicht mit", "all rights, but it does not read the trail along");
    public static final Text MATRIX = new Text("Welche Rolle was darf", "Which role may do what");
    public static final Text MATRIX_LEAD = new Text(
            "Ändern Sie beliebig viele Häkchen. Bevor etwas gilt, sehen Sie, was sich ändert.",
            "Change as many ticks as you like. Before anything holds you see what is going to be different.");
    public static final Text MATRIX_TOO_LARGE = new Text(
            "Das sind zu viele Rollen und Berechtigungen für ein Formular. Ändern Sie die Rollen einzeln.",
            "These are too many roles and permissions for one form. Change the roles one by one.");
    public static final Text PERMISSION = new Text("Berechtigung", "Permission");
    public static final Text AREAS = new Text("Zu den Bereichen", "To the areas");
    public static final Text AREA = new Text("Bereich", "Area");
    public static final Text ALLOWED = new Text("erlaubt", "allowed");
    public static final Text NOT_ALLOWED = new Text("nicht erlaubt", "not allowed");
    public static final Text CHECK = new Text("Änderungen prüfen", "Check the changes");
    public static final Text UNCHANGED = new Text("Es war nichts zu ändern.", "There was nothing to change.");
    public static final Text MATRIX_CONFLICT = new Text(
            "Jemand hat eine dieser Rollen geändert, während Sie sie bearbeitet haben. Ihre Änderungen stehen noch in der Tabelle, und was die andere Person geändert hat, ist übernommen:",
            "Somebody has changed one of these roles while you edited it. Your changes are still in the table, and what the other person changed has been taken over:");
    public static final Text REVIEW = new Text("Änderungen an Rollen prüfen", "Check the changes of roles");
    public static final Text REVIEW_LEAD = new Text(
            "Noch ist nichts gespeichert. Mit dem Speichern gilt es ab der nächsten Anfrage für alle, die diese Rollen haben.",
            "Nothing is saved yet. Once saved it holds from the next request on for everybody who has these roles.");
    public static final Text GETS = new Text("Kommt dazu", "Is added");
    public static final Text LOSES = new Text("Fällt weg", "Is taken away");
    public static final Text EDIT_AGAIN = new Text("Weiter bearbeiten", "Go on editing");
    public static final Text REMOVE = new Text("Rolle löschen", "Remove role");
    public static final Text REMOVE_QUESTION = new Text(
            "Wirklich löschen? Die Rolle lässt sich nicht wiederherstellen.",
            "Really remove it? The role cannot be brought back.");
    public static final Text BUILT_IN = new Text("gehört zur Plattform", "comes with the platform");

    public static final Text TOKENS = new Text("API-Schlüssel", "API tokens");
    public static final Text TOKENS_LEAD = new Text(
            "Womit sich Maschinen ausweisen: Fachverfahren, Skripte, die Kommandozeile. Jede Änderung steht unter dem Schlüssel im Prüfpfad.",
            "What machines show: specialist systems, scripts, the command line. Whatever is written with one is in the trail under it.");
    public static final Text NEW_TOKEN = new Text("API-Schlüssel ausstellen", "Make a token");
    public static final Text BACK_TO_TOKENS = new Text("Alle API-Schlüssel", "All tokens");
    public static final Text TOKEN_NAME_HINT = new Text(
            "Wofür er ist, zum Beispiel „Abgleich Ratsinformation“",
            "What it is for, such as 'Council information sync'");
    public static final Text TOKEN_PERMISSIONS_HINT = new Text(
            "Nur was die Maschine wirklich braucht. Was Sie selbst dort nicht oder nur in Vertretung dürfen, können Sie nicht weitergeben.",
            "Only what the machine really needs. What you may not do there yourself, or only as a deputy, you cannot pass on.");
    public static final Text TOKEN_ACCOUNT_HINT = new Text(
            "Der Schlüssel gehört zu Ihrem Konto: Er kann nie mehr als Sie, auch später nicht, und gilt nicht, solange Ihr Konto gesperrt ist.",
            "The token belongs to your account: it can never do more than you, also later, and does not hold while your account is locked.");
    public static final Text EXPIRES = new Text("Gilt bis einschließlich", "Holds until, this day included");
    public static final Text EXPIRES_HINT = new Text("Höchstens 400 Tage", "400 days at most");
    public static final Text SECRET = new Text("Der neue Schlüssel", "The new token");
    public static final Text SECRET_HINT = new Text(
            "Er wird nur dieses eine Mal gezeigt. Tragen Sie ihn gleich dort ein, wo er gebraucht wird; er kommt in die Kopfzeile „Authorization: Bearer …“.",
            "It is shown this once. Put it where it is needed now; it goes into the header 'Authorization: Bearer …'.");
    public static final Text OPERATOR_TOKEN = new Text(
            "Steht in der Datei operator.token im Datenverzeichnis und darf alles. Löschen Sie die Datei und starten Sie neu, um einen anderen zu bekommen.",
            "Is in the file operator.token of the data directory and may do everything. Delete the file and start again to get another.");
    public static final Text TOKEN_OF = new Text("Gehört zu", "Belongs to");
    public static final Text NO_ACCOUNT = new Text("keinem Konto", "no account");
    public static final Text LAST_USED = new Text("Zuletzt benutzt", "Last used");
    public static final Text NEVER = new Text("noch nie", "never");
    public static final Text CREATED = new Text("Ausgestellt", "Made");
    public static final Text VALID_TO = new Text("Gilt bis", "Holds until");
    public static final Text UNLIMITED = new Text("unbefristet", "without end");
    public static final Text TOKEN_VALID = new Text("gültig", "valid");
    public static final Text TOKEN_EXPIRED = new Text("abgelaufen", "expired");
    public static final Text TOKEN_REVOKED = new Text("widerrufen", "revoked");
    public static final Text WHERE_VALID = new Text("Wo", "Where");
    public static final Text EVERYTHING =
            new Text("alles, nur nicht den Prüfpfad lesen", "everything but reading the trail");
    public static final Text REVOKE_TOKEN = new Text("Widerrufen", "Revoke");
    public static final Text REVOCATION_DONE = new Text("Der API-Schlüssel ist widerrufen.", "The token is revoked.");
    public static final Text REVOKE_QUESTION = new Text(
            "Wer ihn benutzt, wird ab der nächsten Anfrage abgewiesen. Das lässt sich nicht zurücknehmen.",
            "Who uses it is refused from the next request on. This cannot be undone.");

    public static final Text SESSIONS = new Text("Anmeldungen", "Sessions");
    public static final Text SESSIONS_LEAD = new Text(
            "Wer gerade angemeldet ist. Eine beendete Sitzung gilt ab der nächsten Anfrage nicht mehr; sperren Sie das Konto, wenn sich jemand nicht wieder anmelden soll.",
            "Who is signed in now. An ended session does not hold from the next request on; lock the account if somebody is not to sign in again.");
    public static final Text MORE_SESSIONS = new Text(
            "Es gibt mehr. Suchen Sie nach einem Namen, um die übrigen zu sehen.",
            "There are more. Search for a name to see the others.");
    public static final Text SESSION_ENDED = new Text("Die Sitzung ist beendet.", "The session has ended.");
    public static final Text STARTED = new Text("Angemeldet", "Signed in");
    public static final Text METHOD = new Text("Angemeldet mit", "Signed in by");
    public static final Text BY_PASSWORD = new Text("Kennwort", "password");
    public static final Text BROWSER = new Text("Browser", "Browser");
    public static final Text UNKNOWN_BROWSER = new Text("unbekannt", "unknown");
    public static final Text END = new Text("Beenden", "End");

    public static final Text COUNCIL_MEMBER = new Text("Mitglied im Kreistag", "Member of the council");
    public static final Text COUNCIL_MEMBER_LEAD = new Text(
            "Wer im Kreistag oder in einem Ausschuss sitzt, darf für die Dauer des Mandats sehen, was für die Mitglieder bestimmt ist. Maßgeblich sind die Mitgliedschaften, die der Sitzungsdienst führt.",
            "Whoever has a seat in the council or a committee belongs to the council while it lasts. What counts are the memberships that the council office keeps.");
    public static final Text PERSON = new Text("Person im Sitzungsdienst", "Person of the council office");
    public static final Text PERSON_HINT = new Text(
            "Die Kennung oder die OParl-Adresse der Person. Leer: niemand.",
            "The person's id or OParl address. Empty: nobody.");
    public static final Text SEATS = new Text("Sitze heute", "Seats today");

    public static final Text FACTOR = new Text("Zweiter Faktor", "Second factor");
    public static final Text FACTOR_HINT = new Text(
            "Ist eingerichtet. Setzen Sie ihn zurück, wenn App und Wiederherstellungscodes verloren sind; alle Sitzungen enden.",
            "Is set up. Reset it when app and recovery codes are lost; all sessions end.");
    public static final Text RESET_FACTOR = new Text("Zweiten Faktor zurücksetzen", "Reset second factor");
    public static final Text RESET_FACTOR_QUESTION = new Text(
            "Wirklich zurücksetzen? Die App und die Wiederherstellungscodes dieser Person gelten dann sofort nicht mehr.",
            "Really reset it? This person’s app and recovery codes stop working at once.");
    public static final Text BY_PASSWORD_AND_CODE = new Text("Kennwort und Code", "password and code");

    private ConsoleTexts() {}
}
