package @PACKAGE@;

import de.kreiswerk.core.api.text.Text;

/** Was Menschen lesen. Deutsch zuerst, Englisch für alle, die es brauchen. */
final class Texts {

    static final Text TITLE = new Text("@TITLE@", "@TITLE@");
    static final Text NAME = new Text("Ihr Name", "Your name");
    static final Text NAME_MISSING = new Text("Bitte geben Sie einen Namen ein.", "Please enter a name.");
    static final Text NAME_TOO_LONG = new Text(
            "Ein Name hat höchstens " + Greeting.LONGEST + " Zeichen. Bitte kürzen Sie ihn.",
            "A name has at most " + Greeting.LONGEST + " characters. Please shorten it.");
    static final Text GREET = new Text("Grüßen", "Greet");

    private Texts() {}
}
