package de.kreiswerk.core.web.chain;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.text.Text;
import java.util.Arrays;
import java.util.List;

/** The problems that the chain itself finds, in words for people. */
final class Problems {

    private Problems() {}

    static Problem of(int status) {
        return switch (status) {
            case 400 ->
                problem(
                        Kind.MALFORMED,
                        "request-malformed",
                        new Text("Anfrage nicht lesbar", "Request malformed"),
                        new Text(
                                "Die Anfrage ist so nicht lesbar. Prüfen Sie die Adresse.",
                                "The request cannot be read like this. Check the address."));
            case 401 -> tokenNotValid();
            case 403 -> notAllowed();
            case 404 -> notFound();
            case 405 ->
                problem(
                        Kind.METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        new Text("Methode nicht erlaubt", "Method not allowed"),
                        new Text(
                                "Diese Adresse nimmt Anfragen dieser Art nicht an. Was sie annimmt, nennt die Kopfzeile Allow.",
                                "This address does not take requests of this kind. The Allow header names those that it takes."));
            case 410 ->
                problem(
                        Kind.GONE,
                        "gone",
                        new Text("Nicht mehr vorhanden", "Gone"),
                        new Text(
                                "Das gab es hier einmal; es wurde zurückgezogen.",
                                "It was here once and was withdrawn."));
            case 413 -> tooLarge(0);
            case 503 -> componentAway();
            default -> status < 500 ? refused(status) : failed();
        };
    }

    /** Any other refusal, with the status that the component gave it. */
    private static Problem refused(int status) {
        Kind kind = Arrays.stream(Kind.values())
                .filter(known -> known.status() == status)
                .findFirst()
                .orElse(Kind.MALFORMED);
        return problem(
                kind,
                "request-refused",
                new Text("Anfrage abgelehnt", "Request refused"),
                new Text(
                        "Die Anfrage kann so nicht bearbeitet werden (Status " + status + ").",
                        "The request cannot be handled like this (status " + status + ")."));
    }

    static Problem notFound() {
        return problem(
                Kind.NOT_FOUND,
                "not-found",
                new Text("Nicht gefunden", "Not found"),
                new Text(
                        "Unter dieser Adresse gibt es nichts. Prüfen Sie die Schreibweise, oder beginnen Sie auf der Startseite.",
                        "There is nothing at this address. Check its spelling, or begin at the start page."));
    }

    static Problem componentAway() {
        return problem(
                Kind.UNAVAILABLE,
                "component-away",
                new Text("Gleich wieder da", "Back in a moment"),
                new Text(
                        "Dieser Bereich wird gerade ausgetauscht oder gewartet. Versuchen Sie es in einem Augenblick erneut.",
                        "This part is being replaced or maintained. Try again in a moment."));
    }

    static Problem identityAway() {
        return problem(
                Kind.UNAVAILABLE,
                "identity-away",
                new Text("Anmeldung nicht verfügbar", "Sign-in unavailable"),
                new Text(
                        "Die Anmeldung wird gerade ausgetauscht. Öffentliche Seiten gehen; versuchen Sie alles andere in einem Augenblick erneut.",
                        "Sign-in is being replaced. Public pages work; try everything else again in a moment."));
    }

    static Problem tokenNotValid() {
        return problem(
                Kind.UNAUTHENTICATED,
                "token-not-valid",
                new Text("Nicht angemeldet", "Not signed in"),
                new Text(
                        "Dafür brauchen Sie ein gültiges Token in der Kopfzeile Authorization.",
                        "You need a valid token in the Authorization header for this."));
    }

    static Problem fromElsewhere() {
        return problem(
                Kind.FORBIDDEN,
                "request-from-elsewhere",
                new Text("Anfrage von einer fremden Seite", "Request from another site"),
                new Text(
                        "Diese Anfrage kam von einer fremden Seite. Es wurde nichts geändert. Öffnen Sie die Seite hier und versuchen Sie es von dort.",
                        "This request came from another site. Nothing was changed. Open the page here and try again from there."));
    }

    static Problem formNotValid() {
        return problem(
                Kind.FORBIDDEN,
                "csrf-token-not-valid",
                new Text("Formular nicht mehr gültig", "Form no longer valid"),
                new Text(
                        "Das Formular gehört nicht zu Ihrer jetzigen Anmeldung. Es wurde nichts geändert. Laden Sie die Seite neu und schicken Sie das Formular noch einmal ab; Programme senden das Token der Sitzung in der Kopfzeile X-CSRF-Token.",
                        "The form does not belong to your present session. Nothing was changed. Reload the page and send the form again; programs send the session's token in the X-CSRF-Token header."));
    }

    static Problem notAllowed() {
        return problem(
                Kind.FORBIDDEN,
                "permission-missing",
                new Text("Keine Berechtigung", "Permission missing"),
                new Text(
                        "Dafür fehlt Ihnen die Berechtigung. Wenden Sie sich an die Administration.",
                        "You lack the permission for this. Ask your administrator for it."));
    }

    static Problem tooLarge(long bytes) {
        String german = bytes == 0 ? "" : " Erlaubt sind " + bytes / (1024 * 1024) + " MiB.";
        String english = bytes == 0 ? "" : " " + bytes / (1024 * 1024) + " MiB are allowed.";
        return problem(
                Kind.TOO_LARGE,
                "request-too-large",
                new Text("Anfrage zu groß", "Request too large"),
                new Text(
                        "Der Inhalt der Anfrage ist zu groß." + german,
                        "The body of the request is too large." + english));
    }

    static Problem uriTooLong() {
        return problem(
                Kind.ADDRESS_TOO_LONG,
                "address-too-long",
                new Text("Adresse zu lang", "Address too long"),
                new Text(
                        "Die Adresse mit ihren Parametern ist länger als " + Limits.MAX_URI
                                + " Zeichen. Kürzen Sie die Suche.",
                        "The address with its parameters is longer than " + Limits.MAX_URI
                                + " characters. Shorten the search."));
    }

    static Problem tooManyParameters() {
        return problem(
                Kind.MALFORMED,
                "too-many-parameters",
                new Text("Zu viele Felder", "Too many parameters"),
                new Text(
                        "Die Anfrage hat mehr als " + Limits.MAX_PARAMETERS + " Felder.",
                        "The request has more than " + Limits.MAX_PARAMETERS + " parameters."));
    }

    static Problem queryNotReadable() {
        return problem(
                Kind.MALFORMED,
                "query-not-valid",
                new Text("Adresse nicht lesbar", "Address malformed"),
                new Text(
                        "Hinter dem Fragezeichen stehen Prozentzeichen, die nichts in UTF-8 ergeben. Ein Prozentzeichen selbst schreibt sich %25.",
                        "Behind the question mark there are percent signs that make no UTF-8. A percent sign itself is written %25."));
    }

    static Problem charsetUnknown() {
        return problem(
                Kind.UNSUPPORTED_TYPE,
                "charset-not-supported",
                new Text("Zeichensatz unbekannt", "Charset unknown"),
                new Text(
                        "Die Kopfzeile Content-Type nennt einen Zeichensatz, den es nicht gibt. Senden Sie UTF-8.",
                        "The Content-Type header names a charset that does not exist. Send UTF-8."));
    }

    static Problem formBrokenOff() {
        return problem(
                Kind.MALFORMED,
                "form-broken-off",
                new Text("Formular nicht vollständig", "Form not complete"),
                new Text(
                        "Das Formular mit der Datei kam nicht vollständig an oder ist nicht lesbar. Es wurde nichts geändert; schicken Sie es noch einmal ab.",
                        "The form with the file did not arrive completely or cannot be read. Nothing was changed; send it again."));
    }

    static Problem failed() {
        return problem(
                Kind.FAILED,
                "internal-error",
                new Text("Fehler der Plattform", "Fault of the platform"),
                new Text(
                        "Etwas ist schiefgegangen, das nicht an Ihnen liegt. Nennen Sie der Administration die Nummer der Anfrage.",
                        "Something went wrong that is not your fault. Tell your administrator the id of the request."));
    }

    private static Problem problem(Kind kind, String code, Text title, Text detail) {
        return new Problem(kind, code, title, detail, List.of());
    }
}
