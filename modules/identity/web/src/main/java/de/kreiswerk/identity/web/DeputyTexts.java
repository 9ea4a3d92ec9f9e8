package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.text.Text;

/** The words of the pages about who stands in for whom. */
public final class DeputyTexts {

    public static final Text DEPUTIES = new Text("Vertretungen", "Deputies");
    public static final Text MINE = new Text("Meine Vertretung", "My deputy");
    public static final Text LEAD = new Text(
            "Wer vertritt, hat vom ersten bis zum letzten Tag die Rollen der vertretenen Person. Rechte über Konten und über die Plattform gehen nicht mit.",
            "A deputy has the roles of whom they stand in for, from the first day to the last. Rights over accounts and over the platform are not passed on.");
    public static final Text APPOINT = new Text("Vertretung eintragen", "Appoint a deputy");
    public static final Text NONE =
            new Text("Zurzeit ist keine Vertretung eingetragen.", "There is no deputy at the moment.");
    public static final Text WHO_IS_AWAY =
            new Text("Anmeldename der Person, die vertreten wird", "Login name of the person who is away");
    public static final Text DEPUTY = new Text("Anmeldename der Person, die vertritt", "Login name of the deputy");
    public static final Text FIRST_DAY = new Text("Erster Tag", "First day");
    public static final Text LAST_DAY = new Text("Letzter Tag", "Last day");
    public static final Text STANDS_IN_FOR = new Text("vertritt", "stands in for");
    public static final Text FROM = new Text("von", "from");
    public static final Text UNTIL = new Text("bis", "to");
    public static final Text END = new Text("Beenden", "End");
    public static final Text SAVED = new Text("Gespeichert.", "Saved.");
    public static final Text BACK = new Text("Zurück zum Konto", "Back to the account");
    public static final Text UNKNOWN = new Text(
            "Unter diesem Anmeldenamen gibt es kein Konto, das vertreten werden kann.",
            "There is no account with this login name.");

    private DeputyTexts() {}
}
