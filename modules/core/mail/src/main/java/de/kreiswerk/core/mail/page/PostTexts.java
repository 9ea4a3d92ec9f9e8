package de.kreiswerk.core.mail.page;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.mail.outbox.MailState;
import de.kreiswerk.core.mail.smtp.Fault;

/** The words of the outbox. */
public final class PostTexts {

    public static final Text TITLE = new Text("Postausgang", "Outbox");
    public static final Text LEAD = new Text(
            "Was die Plattform per E-Mail verschickt, und was daraus geworden ist. Was in den E-Mails steht, wird hier nicht gezeigt.",
            "What the platform sends by e-mail, and what became of it. What the e-mails say is not shown here.");

    public static final Text NOT_READY = new Text("E-Mails werden noch nicht verschickt", "No e-mail is sent yet");
    public static final Text NOT_READY_ADVICE = new Text(
            "Stellen Sie Mailserver und Absenderadresse ein. Was bis dahin im Postausgang liegt, wartet.",
            "Enter the mail server and the sender’s address. What is in the outbox until then waits.");
    public static final Text TO_SETTINGS = new Text("Zu den Einstellungen für E-Mail", "To the settings for e-mail");
    public static final Text ASK = new Text(
            "Das kann, wer die Einstellungen der Plattform ändern darf.",
            "Whoever may change the platform’s settings can do that.");
    public static final Text SERVER = new Text("Mailserver", "Mail server");
    public static final Text SENDER = new Text("Absender", "Sender");

    public static final Text NOT_DONE = new Text("Es wurde nichts geändert", "Nothing was changed");
    public static final Text AGAIN_DONE =
            new Text("Die E-Mail wird gleich noch einmal gesendet.", "The e-mail is sent again in a moment.");
    public static final Text CANCEL_DONE = new Text("Die E-Mail ist abgebrochen.", "The e-mail is cancelled.");
    public static final Text TEST_DONE = new Text(
            "Die Testnachricht liegt im Postausgang. Laden Sie die Seite neu, um zu sehen, ob sie verschickt ist.",
            "The test message is in the outbox. Load the page again to see whether it is sent.");

    public static final Text TEST = new Text("Testnachricht senden", "Send a test message");
    public static final Text TEST_HINT = new Text(
            "An diese Adresse geht eine kurze Nachricht. Scheitert sie, steht unten, warum.",
            "A short message goes to this address. If it fails, you see below why.");
    public static final Text ADDRESS = new Text("E-Mail-Adresse", "E-mail address");
    public static final Text TEST_SUBJECT = new Text("Testnachricht", "Test message");
    public static final Text TEST_BODY = new Text("""
            Guten Tag,

            diese Nachricht hat jemand aus der Verwaltungskonsole von Kreiswerk geschickt,
            um zu prüfen, ob E-Mails ankommen. Sie müssen nichts tun.
            """, """
            Hello,

            somebody has sent this message from the admin console of Kreiswerk, to see
            whether e-mail arrives. You need not do anything.
            """);

    public static final Text MAILS = new Text("E-Mails", "E-mails");
    public static final Text FILTER = new Text("Zustand", "State");
    public static final Text ALL = new Text("alle", "all");
    public static final Text SHOW = new Text("Anzeigen", "Show");
    public static final Text NONE = new Text("Keine E-Mails.", "No e-mails.");
    public static final Text MORE = new Text(
            "Es gibt mehr als 200. Gezeigt werden die neuesten; wählen Sie einen Zustand.",
            "There are more than 200. The newest are shown; choose a state.");

    public static final Text SEALED = new Text("nicht lesbar", "not readable");
    public static final Text KIND = new Text("Art", "Kind");
    public static final Text RECIPIENT = new Text("An", "To");
    public static final Text CREATED = new Text("Erstellt", "Created");
    public static final Text FINISHED = new Text("Erledigt", "Done");
    public static final Text ATTEMPTS = new Text("Versuche", "Attempts");
    public static final Text NEXT = new Text("Nächster Versuch", "Next attempt");
    public static final Text HOLDS = new Text("Wird nicht mehr gesendet ab", "Not sent any more from");
    public static final Text LAST_ERROR = new Text("Letzter Fehler", "Last error");
    public static final Text ON_ITS_WAY = new Text("wird gerade gesendet", "being sent just now");
    public static final Text AGAIN = new Text("Jetzt noch einmal senden", "Send again now");
    public static final Text CANCEL = new Text("Abbrechen", "Cancel");
    public static final Text CANCEL_QUESTION = new Text(
            "Die E-Mail wird dann nicht mehr gesendet, und ihr Text wird gelöscht.",
            "The e-mail is not sent any more then, and its text is deleted.");

    private PostTexts() {}

    /** What a state is called. */
    public static Text state(MailState state) {
        return switch (state) {
            case WAITING -> new Text("wartet", "waiting");
            case SENT -> new Text("verschickt", "sent");
            case FAILED -> new Text("gescheitert", "failed");
            case CANCELLED -> new Text("abgebrochen", "cancelled");
            case EXPIRED -> new Text("nicht mehr rechtzeitig", "too late");
        };
    }

    /** What went wrong, and what to do about it. */
    static Text fault(Fault fault) {
        return switch (fault) {
            case UNREACHABLE ->
                new Text(
                        "Der Mailserver ist nicht zu erreichen. Stimmen Name und Port?",
                        "The mail server cannot be reached. Are its name and port right?");
            case TIMEOUT ->
                new Text("Der Mailserver hat zu lange nicht geantwortet.", "The mail server took too long to answer.");
            case CUT_OFF ->
                new Text("Die Verbindung zum Mailserver ist abgebrochen.", "The connection to the mail server broke.");
            case PROTOCOL ->
                new Text(
                        "Was dort antwortet, ist kein Mailserver, oder die Verschlüsselung passt nicht zum Port.",
                        "What answers there is no mail server, or the encryption does not fit the port.");
            case NOT_NOW ->
                new Text("Der Mailserver nimmt zurzeit nichts an.", "The mail server takes nothing just now.");
            case NO_STARTTLS ->
                new Text(
                        "Der Mailserver bietet kein STARTTLS an. Unverschlüsselt wird nicht gesendet.",
                        "The mail server does not offer STARTTLS. Nothing is sent in clear.");
            case CERTIFICATE ->
                new Text(
                        "Das Zertifikat des Mailservers ist nicht gültig, gilt nicht für diesen Namen oder ist nicht vertrauenswürdig.",
                        "The mail server’s certificate is not valid, not for this name, or not trusted.");
            case TLS ->
                new Text(
                        "Die Verschlüsselung kam nicht zustande. Passt sie zum Port?",
                        "The encryption did not come about. Does it fit the port?");
            case NO_SIGN_IN ->
                new Text(
                        "Der Mailserver kennt keine der Anmeldearten PLAIN und LOGIN.",
                        "The mail server knows neither of the ways to sign in, PLAIN and LOGIN.");
            case SIGN_IN ->
                new Text(
                        "Die Anmeldung am Mailserver ist gescheitert. Stimmen Benutzername und Kennwort?",
                        "Signing in at the mail server failed. Are the user name and the password right?");
            case SENDER ->
                new Text(
                        "Der Mailserver nimmt die Absenderadresse nicht an.",
                        "The mail server does not take the sender’s address.");
            case RECIPIENT ->
                new Text(
                        "Der Mailserver nimmt nichts für diesen Empfänger an.",
                        "The mail server takes nothing for this recipient.");
            case MESSAGE ->
                new Text("Der Mailserver nimmt diese E-Mail nicht an.", "The mail server refuses this e-mail.");
            case SEALED ->
                new Text(
                        "Die E-Mail lässt sich nicht öffnen: Sie wurde mit einem anderen Hauptschlüssel verschlossen.",
                        "The e-mail cannot be opened: it was sealed with another master key.");
            case INTERNAL ->
                new Text(
                        "Ein Fehler der Plattform; er steht im Protokoll.",
                        "A fault of the platform; it is in the log.");
        };
    }
}
