package de.kreiswerk.identity.oidc;

import de.kreiswerk.core.api.text.Text;

/** The words of these pages. */
public final class Texts {

    public static final Text FAILED = new Text("Die Anmeldung hat nicht geklappt", "Signing in did not work");
    public static final Text TO_SIGN_IN = new Text("Zur Anmeldung", "Go to sign-in");
    public static final Text PROVIDER = new Text("Anmeldedienst", "Sign-in service");

    public static final Text TITLE = new Text("Anmeldedienste", "Sign-in services");
    public static final Text LEAD = new Text(
            "Wo man sich außer mit Anmeldename und Kennwort anmelden kann (OpenID Connect). Beim Anbieter wird unsere"
                    + " Rückkehradresse eingetragen, genau wie sie hier steht.",
            "Where people can sign in beside login name and password (OpenID Connect). The provider has to be told our"
                    + " redirect address, exactly as it stands here.");
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
    static final Text REDIRECT_THERE =
            new Text("Rückkehradresse, beim Anbieter einzutragen", "Redirect address, to be entered at the provider");
    public static final Text KIND = new Text("Für", "For");
    public static final Text EMPLOYEES = new Text("Beschäftigte", "employees");
    public static final Text CITIZENS = new Text("Bürgerinnen und Bürger", "citizens");
    public static final Text TRUST = new Text("Vertrauensniveau", "Level of trust");
    public static final Text ANY_TRUST = new Text("keines verlangt", "none asked for");
    public static final Text AT_LEAST = new Text("mindestens ", "at least ");
    public static final Text ACCOUNTS = new Text("Neue Konten", "New accounts");
    public static final Text MADE = new Text("werden angelegt", "are made");
    public static final Text NOT_MADE = new Text("werden nicht angelegt", "are not made");

    public static final Text ADD = new Text("Anmeldedienst hinzufügen", "Add a sign-in service");
    public static final Text CHANGE = new Text("Einstellungen ändern", "Change its settings");
    public static final Text WHY = new Text("Warum", "Why");
    static final Text NOT_ASKED = new Text(
            "Er wurde noch nicht gefragt; das geschieht jede Minute.", "It was not asked yet; it is every minute.");
    static final Text ANSWERS = new Text("Er antwortet.", "It answers.");
    static final Text DELETION = new Text(
            "Über ihn meldet sich dann niemand mehr an. Wer über ihn angemeldet ist, bleibt es, bis die Sitzung endet. Die"
                    + " Konten bleiben mit den Rollen und Fachbereichen, die sie durch ihn haben; sperren oder ändern Sie sie"
                    + " unter Konten. Wird er unter demselben Namen und mit demselben Aussteller wieder angelegt, gehören die"
                    + " Konten wieder denselben Menschen.",
            "Nobody signs in with it any more. Who is signed in with it stays so until the session ends. The accounts stay"
                    + " with the roles and departments that they have by it; lock or change them under accounts. If it is made"
                    + " again with the same name and issuer, the accounts are those of the same people again.");

    private Texts() {}
}
