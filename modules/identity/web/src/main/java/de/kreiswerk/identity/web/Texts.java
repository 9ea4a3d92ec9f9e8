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

    public static final Text ACCOUNT = new Text("Mein Konto", "My account");
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
    public static final Text CURRENT = new Text("Bisheriges Kennwort", "Current password");
    public static final Text CHOSEN = new Text("Neues Kennwort", "New password");
    public static final Text CHOSEN_HINT = new Text(
            "Mindestens 12 Zeichen. Mehrere Wörter hintereinander sind gut zu merken; Sonderzeichen müssen nicht sein.",
            "At least 12 characters. Several words in a row are easy to remember; special characters are not needed.");
    public static final Text REPEATED = new Text("Neues Kennwort noch einmal", "New password again");
    public static final Text NOT_REPEATED =
            new Text("Die beiden neuen Kennwörter sind nicht gleich.", "The two new passwords are not the same.");
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
