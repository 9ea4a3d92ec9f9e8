package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.text.Text;

/** The words of these pages. */
public final class Texts {

    public static final Text SIGN_IN = new Text("Anmelden", "Sign in");
    public static final Text SIGN_IN_LEAD = new Text(
            "Mit dem Konto, das Ihnen die Verwaltung eingerichtet hat. Öffentliche Seiten lesen Sie ohne Anmeldung.",
            "With the account that the administration has made for you. Public pages need no sign-in.");
    public static final Text LOGIN_NAME = new Text("Anmeldename", "Login name");
    public static final Text PASSWORD = new Text("Kennwort", "Password");
    public static final Text SIGN_IN_FAILED = new Text("Die Anmeldung ist nicht gelungen", "Signing in did not work");
    public static final Text FORGOTTEN = new Text(
            "Kennwort vergessen? Die Administration gibt Ihnen einen Link, mit dem Sie ein neues wählen.",
            "Forgotten your password? Your administrator gives you a link with which you choose a new one.");
    public static final Text PASSWORD_CHOSEN = new Text(
            "Ihr Kennwort ist gewählt. Melden Sie sich damit an.", "Your password is chosen. Sign in with it.");
    public static final Text LINK_LEAD =
            new Text("Für das Konto mit dem Anmeldenamen", "For the account with the login name");
    public static final Text SECOND_STEP = new Text("Code eingeben", "Enter the code");
    public static final Text SECOND_STEP_LEAD = new Text(
            "Ihr Kennwort stimmt. Jetzt fehlt der zweite Faktor.", "Your password is right. Now the second factor.");
    public static final Text CODE = new Text("Code", "Code");
    public static final Text CODE_HINT = new Text(
            "Die sechs Ziffern, die Ihre App gerade zeigt, oder ein Wiederherstellungscode",
            "The six digits that your app shows now, or a recovery code");
    public static final Text CODE_LOST = new Text(
            "App und Wiederherstellungscodes verloren? Die Administration setzt den zweiten Faktor zurück.",
            "Lost your app and the recovery codes? Your administrator resets the second factor.");

    public static final Text FACTOR = new Text("Zweiter Faktor", "Second factor");
    public static final Text FACTOR_LEAD = new Text(
            "Mit einem zweiten Faktor nützt ein erratenes oder gestohlenes Kennwort niemandem: Bei der Anmeldung wird zusätzlich ein Code verlangt, den eine App auf Ihrem Telefon zeigt.",
            "With a second factor a password that was guessed or stolen is of no use to anybody: signing in takes a code as well, which an app on your phone shows.");
    public static final Text FACTOR_REQUIRED = new Text(
            "Mit Ihrem Konto lassen sich Konten und Rechte anderer verwalten. Deshalb braucht es einen zweiten Faktor; erst dann können Sie weiterarbeiten.",
            "With your account others' accounts and rights are managed. So it needs a second factor; then you can go on.");
    public static final Text FACTOR_SET_UP = new Text("Zweiten Faktor einrichten", "Set up a second factor");
    public static final Text FACTOR_KEY = new Text("Schlüssel für Ihre App", "Key for your app");
    public static final Text FACTOR_KEY_HINT = new Text(
            "Legen Sie in einer Authenticator-App ein Konto an und geben Sie diesen Schlüssel ein (zeitbasiert, 6 Ziffern). Auf dem Telefon selbst geht es mit dem Link.",
            "Make an account in an authenticator app and enter this key (time-based, 6 digits). On the phone itself the link does it.");
    public static final Text FACTOR_LINK = new Text("In der App öffnen", "Open in the app");
    public static final Text FACTOR_CODE_HINT =
            new Text("Die sechs Ziffern, die Ihre App jetzt zeigt", "The six digits that your app shows now");
    public static final Text FACTOR_CONFIRM = new Text("Bestätigen", "Confirm");
    public static final Text FACTOR_NEW_KEY = new Text("Anderen Schlüssel erzeugen", "Make another key");
    public static final Text FACTOR_ACTIVE = new Text("Eingerichtet.", "Set up.");
    public static final Text FACTOR_LEFT = new Text("Übrige Wiederherstellungscodes", "Recovery codes left");
    public static final Text FACTOR_REMOVE = new Text("Zweiten Faktor abschalten", "Switch the second factor off");
    public static final Text FACTOR_REMOVED =
            new Text("Der zweite Faktor ist abgeschaltet.", "The second factor is switched off.");
    public static final Text FACTOR_NOT_CHANGED =
            new Text("Der zweite Faktor wurde nicht geändert", "The second factor was not changed");
    public static final Text RECOVERY = new Text("Ihre Wiederherstellungscodes", "Your recovery codes");
    public static final Text SET_UP = new Text("Der zweite Faktor ist eingerichtet.", "The second factor is set up.");
    public static final Text RENEWED =
            new Text("Die bisherigen Codes gelten nicht mehr.", "Your previous codes are not valid any more.");
    public static final Text RECOVERY_HINT = new Text(
            "Bewahren Sie diese Codes sicher auf, sie werden nur dieses eine Mal gezeigt: Jeder ersetzt einmal die App, wenn sie verloren ist.",
            "Keep these codes in a safe place, they are shown this once: each stands for the app once when it is lost.");
    public static final Text RENEW = new Text("Neue Wiederherstellungscodes erzeugen", "Make new recovery codes");
    public static final Text GO_ON = new Text("Weiter", "Go on");

    public static final Text OTHER_WAYS = new Text("Anders anmelden", "Sign in another way");
    public static final Text WITH = new Text("Anmelden mit: ", "Sign in with: ");
    public static final Text AWAY = new Text(
            "antwortet gerade nicht. Mit Anmeldename und Kennwort können Sie sich weiterhin anmelden.",
            "does not answer at the moment. You can still sign in with login name and password.");
    public static final Text TRY_ANYWAY = new Text("Trotzdem versuchen", "Try anyway");

    public static final Text ACCOUNT = new Text("Mein Konto", "My account");
    public static final Text ACCOUNT_TILE = new Text(
            "Für Beschäftigte: anmelden, Kennwort und zweiten Faktor verwalten.",
            "For staff: sign in, manage the password and the second factor.");
    public static final Text NAME = new Text("Name", "Name");
    public static final Text EMAIL = new Text("E-Mail", "E-mail");
    public static final Text NOT_STATED = new Text("keine Angabe", "not stated");
    public static final Text CONSOLE = new Text("Zur Verwaltungskonsole", "Go to the admin console");
    public static final Text SIGN_OUT = new Text("Abmelden", "Sign out");
    public static final Text CHANGE_PASSWORD = new Text("Kennwort ändern", "Change password");
    public static final Text CHOOSE_PASSWORD = new Text("Eigenes Kennwort wählen", "Choose your own password");
    public static final Text STILL_KNOWN =
            new Text("Noch kennt jemand anderes Ihr Kennwort", "Somebody else still knows your password");
    public static final Text MUST_CHANGE = new Text(
            "Wählen Sie ein eigenes. Erst dann können Sie weiterarbeiten.", "Choose your own. Then you can go on.");
    public static final Text WAS_RESET = new Text(
            "Die Administration hat Ihr Kennwort zurückgesetzt. Ein neues wählen Sie mit dem Link, den Sie von ihr bekommen, oder hier mit dem vorläufigen Kennwort. So, wie Sie jetzt angemeldet sind, brauchen Sie keines.",
            "Your administrator has reset your password. You choose a new one with the link that you get from them, or here with the temporary password. The way you are signed in now, you need none.");
    public static final Text CURRENT = new Text("Bisheriges Kennwort", "Current password");
    public static final Text CHOSEN = new Text("Neues Kennwort", "New password");
    public static final Text CHOSEN_HINT = new Text(
            "Mindestens 12 Zeichen. Mehrere Wörter hintereinander sind gut zu merken; Sonderzeichen müssen nicht sein.",
            "At least 12 characters. Several words in a row are easy to remember; special characters are not needed.");
    public static final Text REPEATED = new Text("Neues Kennwort noch einmal", "New password again");
    public static final Text NOT_REPEATED =
            new Text("Die beiden neuen Kennwörter sind nicht gleich.", "The two new passwords are not the same.");
    public static final Text NOTHING_CHANGED =
            new Text("Diesmal wurde nichts geändert", "This time nothing was changed");
    public static final Text NOT_CHANGED =
            new Text("Das Kennwort wurde nicht geändert", "The password was not changed");
    public static final Text CHANGED = new Text(
            "Ihr Kennwort ist geändert. Alle anderen Sitzungen sind beendet.",
            "Your password is changed. All other sessions have ended.");
    public static final Text SESSION_ENDED = new Text("Die Sitzung ist beendet.", "The session has ended.");
    public static final Text SESSIONS = new Text("Meine Anmeldungen", "My sessions");
    public static final Text SESSIONS_LEAD = new Text(
            "Wo Sie angemeldet sind. Beenden Sie, was Sie nicht kennen, und ändern Sie dann Ihr Kennwort.",
            "Where you are signed in. End what you do not know, and change your password then.");
    public static final Text BROWSER = new Text("Browser", "Browser");
    public static final Text UNKNOWN_BROWSER = new Text("unbekannt", "unknown");
    public static final Text STARTED = new Text("Angemeldet", "Signed in");
    public static final Text LAST_SEEN = new Text("Zuletzt genutzt", "Last used");
    public static final Text THIS_ONE = new Text("diese Sitzung", "this session");
    public static final Text END = new Text("Beenden", "End");
    public static final Text END_ALL = new Text("Überall abmelden", "Sign out everywhere");

    private Texts() {}
}
