package de.kreiswerk.deployment.web.signer;

import de.kreiswerk.core.api.text.Text;

/** The words of the pages about signers. */
public final class SignerTexts {

    public static final Text SIGNERS = new Text("Unterschriften", "Signers");
    public static final Text LEAD = new Text(
            "Mit diesen Schlüsseln unterschreiben die Fachbereiche ihre Archive. Für den Tausch dürfen mehrere zugleich gelten.",
            "The departments sign their archives with these keys. Several may hold at a time, so that they can be exchanged.");
    public static final Text NONE = new Text("Noch ist kein Schlüssel eingetragen.", "No key is registered yet.");
    public static final Text REGISTER = new Text("Schlüssel eintragen", "Register a key");
    public static final Text BACK = new Text("Alle Schlüssel", "All keys");
    public static final Text BACK_TO_COMPONENTS = new Text("Alle Komponenten", "All components");

    public static final Text DEPARTMENT = new Text("Fachbereich", "Department");
    public static final Text CHOOSE = new Text("Bitte wählen", "Please choose");
    public static final Text LABEL = new Text("Wessen Schlüssel", "Whose key");
    public static final Text LABEL_HINT =
            new Text("Zum Beispiel „Ordnungsamt, Frau Beispiel“.", "For example 'Public order office, Ms Example'.");
    public static final Text KEY = new Text("Öffentlicher Schlüssel", "Public key");
    public static final Text KEY_HINT = new Text(
            "So, wie „kreiswerk component keygen“ ihn nennt. Der geheime Schlüssel gehört nicht hierher.",
            "As 'kreiswerk component keygen' prints it. The secret key does not belong here.");
    public static final Text FROM = new Text("Gilt ab", "Holds from");
    public static final Text FROM_HINT = new Text("Leer: ab sofort.", "Empty: from now on.");
    public static final Text UNTIL = new Text("Gilt bis einschließlich", "Holds up to and including");
    public static final Text UNTIL_HINT = new Text("Leer: ohne Ende.", "Empty: without end.");
    public static final Text SAVED = new Text("Der Schlüssel ist eingetragen.", "The key is registered.");

    public static final Text VALID = new Text("gilt", "holds");
    public static final Text FUTURE = new Text("gilt noch nicht", "does not hold yet");
    public static final Text EXPIRED = new Text("abgelaufen", "expired");
    public static final Text REVOKED = new Text("widerrufen", "revoked");
    public static final Text PERIOD = new Text("Zeitraum", "Period");
    public static final Text NO_END = new Text("ohne Ende", "without end");
    public static final Text TO = new Text("bis", "to");
    public static final Text REVOKED_AT = new Text("Widerrufen am", "Revoked");

    public static final Text REVOKE = new Text("Widerrufen", "Revoke");
    public static final Text REVOKE_TITLE = new Text("Schlüssel widerrufen", "Revoke a key");
    public static final Text REVOKE_LEAD = new Text(
            "Was mit diesem Schlüssel unterschrieben ist, kann danach nicht mehr eingespielt werden. Was schon läuft, läuft weiter und wird nach einem Neustart der Plattform nicht mehr gestartet. Das lässt sich nicht zurücknehmen.",
            "What is signed with this key cannot be deployed afterwards. What runs already goes on running, and is not started again after the platform was. That cannot be undone.");
    public static final Text CONCERNED = new Text("Was damit gerade läuft", "What runs by it just now");
    public static final Text CONCERNED_LEAD = new Text(
            "Diese Komponenten laufen weiter, starten nach einem Neustart der Plattform aber nicht mehr. Schalten Sie vorher auf eine Version um, die mit einem anderen Schlüssel unterschrieben ist.",
            "These components go on running, but do not start again after the platform was. Switch to a version before that is signed with another key.");
    public static final Text NOTHING_CONCERNED = new Text(
            "Keine laufende Komponente ist mit ihm unterschrieben.", "No running component is signed with it.");
    public static final Text STILL_RUNS =
            new Text("Läuft noch bis zum Neustart", "Runs until the platform is started again");
    public static final Text REVOKE_REASON = new Text("Grund", "Reason");
    public static final Text REVOKE_NOW = new Text("Ja, widerrufen", "Yes, revoke");
    public static final Text REVOKED_DONE = new Text("Der Schlüssel ist widerrufen.", "The key is revoked.");

    private SignerTexts() {}
}
