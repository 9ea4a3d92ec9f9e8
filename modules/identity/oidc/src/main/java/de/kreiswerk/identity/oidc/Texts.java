package de.kreiswerk.identity.oidc;

import de.kreiswerk.core.api.text.Text;

/** The words of these pages. */
public final class Texts {

    public static final Text FAILED = new Text("Die Anmeldung hat nicht geklappt", "Signing in did not work");
    public static final Text TO_SIGN_IN = new Text("Zur Anmeldung", "Go to sign-in");
    public static final Text PROVIDER = new Text("Anmeldedienst", "Sign-in service");

    public static final Text TITLE = new Text("Anmeldedienste", "Sign-in services");
    public static final Text LEAD = new Text(
            "Wo man sich außer mit Anmeldename und Kennwort anmelden kann (OpenID Connect). Eingerichtet werden sie in"
                    + " settings.properties oder KREISWERK_SETTINGS; wie, steht im Handbuch.",
            "Where people can sign in beside login name and password (OpenID Connect). They are set up in"
                    + " settings.properties or KREISWERK_SETTINGS; the manual says how.");
    public static final Text NONE = new Text("Es ist keiner eingerichtet.", "None is set up.");
    public static final Text STATE = new Text("Zustand", "State");
    public static final Text REACHABLE = new Text("erreichbar", "reachable");
    public static final Text AWAY = new Text("nicht erreichbar", "not reachable");
    public static final Text UNKNOWN = new Text("noch nicht gefragt", "not asked yet");
    public static final Text UNUSABLE = new Text("falsch eingerichtet", "set up wrongly");
    public static final Text LAST_ASKED = new Text("Zuletzt gefragt", "Last asked");
    public static final Text LAST_ERROR = new Text("Letzter Fehler", "Last error");
    public static final Text NO_ERROR = new Text("keiner", "none");
    public static final Text ISSUER = new Text("Aussteller", "Issuer");
    public static final Text CLIENT = new Text("Client-Kennung", "Client id");
    public static final Text REDIRECT = new Text("Rückkehradresse", "Redirect address");
    public static final Text KIND = new Text("Für", "For");
    public static final Text EMPLOYEES = new Text("Beschäftigte", "employees");
    public static final Text CITIZENS = new Text("Bürgerinnen und Bürger", "citizens");
    public static final Text TRUST = new Text("Vertrauensniveau", "Level of trust");
    public static final Text ANY_TRUST = new Text("keines verlangt", "none asked for");
    public static final Text AT_LEAST = new Text("mindestens ", "at least ");
    public static final Text ACCOUNTS = new Text("Neue Konten", "New accounts");
    public static final Text MADE = new Text("werden angelegt", "are made");
    public static final Text NOT_MADE = new Text("werden nicht angelegt", "are not made");

    private Texts() {}
}
