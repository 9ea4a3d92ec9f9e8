package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.text.Text;

/** The words of the frame. */
final class FrameTexts {

    static final Text SKIP = new Text("Zum Inhalt springen", "Skip to content");
    static final Text NAVIGATION = new Text("Hauptnavigation", "Main navigation");
    static final Text HOME = new Text("Startseite", "Home");
    static final Text TO_HOME = new Text("Zur Startseite", "Go to the home page");
    static final Text TO_TOP = new Text("Nach oben", "Back to top");
    static final Text FOOTER = new Text("Fußzeile", "Footer");
    static final Text IMPRINT = new Text("Impressum", "Legal notice");
    static final Text PRIVACY = new Text("Datenschutz", "Privacy");
    static final Text ACCESSIBILITY = new Text("Erklärung zur Barrierefreiheit", "Accessibility statement");
    static final Text POWERED_BY = new Text("Bereitgestellt mit Kreiswerk", "Powered by Kreiswerk");

    static final Text START_PRELINE = new Text("Digitale Dienste", "Digital services");
    static final Text START_TITLE = new Text("Willkommen", "Welcome");
    static final Text START_LEAD = new Text(
            "Hier finden Sie, was der Landkreis für Sie digital bereithält.",
            "This is what the county offers you online.");
    static final Text START_SERVICES = new Text("Angebote", "Services");
    static final Text WEBSITE = new Text("Website des Landkreises", "The county\'s website");
    static final Text SEARCH = new Text("Vorlagen durchsuchen", "Search council papers");
    static final Text SEARCH_HINT = new Text(
            "Zum Beispiel eine Vorlagennummer oder Wörter aus dem Titel",
            "For example a reference or words of the title");
    static final Text SEARCH_BUTTON = new Text("Suchen", "Search");
    static final Text START_EMPTY = new Text(
            "Zurzeit steht hier kein Angebot bereit. Schauen Sie bitte später noch einmal vorbei.",
            "No service is available at the moment. Please come back later.");

    static final Text STATUS = new Text("Fehler", "Error");
    static final Text PLACES = new Text("Wo es hakt", "Where it is wrong");
    static final Text LINE = new Text("Zeile", "Line");
    static final Text WHAT_NEXT = new Text("Wie es weitergeht", "What you can do");
    static final Text REQUEST_ID = new Text("Nummer der Anfrage", "Id of the request");
    static final Text ADVICE_NOT_FOUND = new Text(
            "Prüfen Sie bitte, ob die Adresse vollständig und richtig geschrieben ist. "
                    + "Über die folgenden Seiten finden Sie alles, was öffentlich ist.",
            "Please check that the address is complete and spelled correctly. "
                    + "These pages lead to everything that is public.");
    static final Text ADVICE_GONE = new Text(
            "Ein Lesezeichen hierher können Sie löschen. Was heute öffentlich ist, finden Sie auf den folgenden Seiten.",
            "You can delete a bookmark to this page. These pages lead to what is public today.");
    static final Text ADVICE_UNAVAILABLE = new Text(
            "Versuchen Sie es bitte in einigen Augenblicken noch einmal. Die übrigen Seiten funktionieren weiter.",
            "Please try again in a moment. The other pages go on working.");
    static final Text ADVICE_FAILED = new Text(
            "Versuchen Sie es bitte später noch einmal. Bleibt der Fehler, nennen Sie der Verwaltung die Nummer der "
                    + "Anfrage: Damit lässt sich die Ursache finden.",
            "Please try again later. If it goes on, tell the administration the id of the request: it leads to the cause.");
    static final Text ADVICE_BROKE_OFF = new Text(
            "Öffnen Sie in einer Minute die Seite, auf der Ihre Änderung stehen müsste. Fehlt sie dort, geben Sie sie noch einmal ein.",
            "In a minute, open the page where your change should be. If it is missing there, enter it again.");
    static final Text SIGNED_OUT = new Text("Dafür müssen Sie angemeldet sein.", "You must be signed in for this.");
    static final Text ADVICE_SIGNED_OUT = new Text(
            "Vielleicht ist Ihre Anmeldung abgelaufen. Es wurde nichts geändert. Melden Sie sich in einem zweiten Fenster an, gehen "
                    + "Sie hier einen Schritt zurück und kopieren Sie, was Sie eingegeben haben, in die neu geöffnete Seite.",
            "Your session may have ended. Nothing was changed. Sign in in a second window, go one step back here and copy what you "
                    + "entered to the page opened anew.");
    static final Text SIGN_IN = new Text("Anmelden", "Sign in");
    static final Text ADVICE_CONSOLE = new Text(
            "Gehen Sie einen Schritt zurück, oder beginnen Sie neu auf einer der Seiten der Verwaltungskonsole.",
            "Go one step back, or start again on one of the pages of the administration console.");
    static final Text TO_CONSOLE = new Text("Zur Verwaltungskonsole", "To the administration console");
    static final Text ADVICE_FORBIDDEN = new Text(
            "Diese Seite ist nur für Berechtigte. Solange Sie Ihr erstes Kennwort noch nicht ersetzt oder den zweiten Faktor nicht "
                    + "eingerichtet haben, haben Sie keine Rechte: Holen Sie das unter „Mein Konto“ nach. Was öffentlich ist, finden "
                    + "Sie auf den folgenden Seiten.",
            "This page is for authorised people only. As long as you have not replaced your first password, or not set up the "
                    + "second factor, you have no rights: do that under 'My account'. These pages lead to what is public.");
    static final Text ADVICE_INPUT = new Text(
            "Gehen Sie bitte einen Schritt zurück, oder beginnen Sie neu auf einer der folgenden Seiten.",
            "Please go one step back, or start again from one of these pages.");

    private FrameTexts() {}
}
