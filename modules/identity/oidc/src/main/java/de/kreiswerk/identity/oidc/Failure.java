package de.kreiswerk.identity.oidc;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.text.Text;
import java.util.Locale;

/** Why somebody is not signed in: what the trail keeps, and what the person is told. */
enum Failure {
    /** Nobody has such a state: it was used, it is too old, or it was made up. */
    STATE_UNKNOWN(Problem.Kind.MALFORMED, Words.AGAIN),
    /** The state belongs to a sign-in that another browser began. */
    BROWSER_DIFFERENT(Problem.Kind.MALFORMED, Words.AGAIN),
    /** The state belongs to a sign-in at another provider. */
    PROVIDER_DIFFERENT(Problem.Kind.MALFORMED, Words.AGAIN),
    /** The provider says no, or the person changed their mind. */
    PROVIDER_REFUSED(
            Problem.Kind.FORBIDDEN,
            new Text(
                    "Der Anmeldedienst hat die Anmeldung abgelehnt, oder Sie haben sie dort abgebrochen.",
                    "The sign-in service refused, or you gave up there.")),
    /** The provider does not answer, or not in a way that can be understood. */
    PROVIDER_AWAY(
            Problem.Kind.UNAVAILABLE,
            new Text(
                    "Der Anmeldedienst antwortet gerade nicht richtig. Versuchen Sie es später noch einmal, oder melden Sie"
                            + " sich mit Anmeldename und Kennwort an.",
                    "The sign-in service does not answer properly at the moment. Try again later, or sign in with login"
                            + " name and password.")),
    /** The provider does not take the code: it was used or is too old. */
    CODE_REFUSED(Problem.Kind.MALFORMED, Words.AGAIN),
    /** It is no token, or one that lacks something. */
    TOKEN_MALFORMED(Problem.Kind.UNPROCESSABLE, Words.TOKEN),
    /** It is not signed at all. */
    TOKEN_UNSIGNED(Problem.Kind.UNPROCESSABLE, Words.TOKEN),
    /** It is signed in a way that is not accepted. */
    TOKEN_ALGORITHM(Problem.Kind.UNPROCESSABLE, Words.TOKEN),
    /** The signature is not the provider's. */
    TOKEN_SIGNATURE(Problem.Kind.UNPROCESSABLE, Words.TOKEN),
    /** It is somebody else's token. */
    TOKEN_ISSUER(Problem.Kind.UNPROCESSABLE, Words.TOKEN),
    /** It is for somebody else. */
    TOKEN_AUDIENCE(Problem.Kind.UNPROCESSABLE, Words.TOKEN),
    /** It is too old, or not valid yet. */
    TOKEN_EXPIRED(Problem.Kind.UNPROCESSABLE, Words.TOKEN),
    /** It is of another sign-in. */
    TOKEN_NONCE(Problem.Kind.UNPROCESSABLE, Words.TOKEN),
    /** The person is not known well enough. */
    TRUST_TOO_LOW(
            Problem.Kind.FORBIDDEN,
            new Text(
                    "Mit diesem Vertrauensniveau können Sie sich hier nicht anmelden. Melden Sie sich beim Anmeldedienst"
                            + " stärker ausgewiesen an, zum Beispiel mit dem Online-Ausweis.",
                    "You cannot sign in here with this level of trust. Identify yourself more strongly at the sign-in"
                            + " service, for example with your electronic identity card.")),
    /** There is no account, and none is to be made. */
    ACCOUNT_UNKNOWN(
            Problem.Kind.FORBIDDEN,
            new Text(
                    "Für Sie gibt es hier kein Konto. Wenden Sie sich an die Administration.",
                    "There is no account for you here. Ask your administrator.")),
    /** There is an account that cannot sign in for now. */
    ACCOUNT_LOCKED(Problem.Kind.FORBIDDEN, Words.NOT_ACTIVE),
    /** There is an account that cannot sign in any more; the person is told the same. */
    ACCOUNT_CLOSED(Problem.Kind.FORBIDDEN, Words.NOT_ACTIVE);

    private final Problem.Kind kind;
    private final Text words;

    Failure(Problem.Kind kind, Text words) {
        this.kind = kind;
        this.words = words;
    }

    /** Such as {@code token-expired}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int status() {
        return kind.status();
    }

    Text words() {
        return words;
    }

    private static final class Words {

        private static final Text AGAIN = new Text(
                "Diese Anmeldung ist abgelaufen, wurde schon benutzt oder in einem anderen Browser begonnen. Melden Sie sich"
                        + " noch einmal an.",
                "This sign-in has run out, was used already or began in another browser. Sign in again.");
        private static final Text NOT_ACTIVE = new Text(
                "Ihr Konto ist gesperrt oder geschlossen. Wenden Sie sich an die Administration.",
                "Your account is locked or closed. Ask your administrator.");
        private static final Text TOKEN = new Text(
                "Der Anmeldedienst hat etwas geschickt, dem nicht zu trauen ist. Melden Sie sich noch einmal an; bleibt es"
                        + " dabei, wenden Sie sich an die Administration.",
                "The sign-in service sent something that cannot be trusted. Sign in again; if this stays, ask your"
                        + " administrator.");
    }
}
