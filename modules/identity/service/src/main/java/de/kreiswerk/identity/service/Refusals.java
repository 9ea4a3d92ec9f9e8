package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.identity.api.Account;
import java.util.Locale;

/** What this area refuses, in words for whoever asked for it. */
final class Refusals {

    private Refusals() {}

    static ProblemException notFound(String what, String german, String english) {
        return new ProblemException(
                Problem.Kind.NOT_FOUND,
                what + "-not-found",
                new Text("Nicht gefunden", "Not found"),
                new Text(german + " gibt es nicht.", "There is no such " + english + "."));
    }

    static ProblemException departmentNotFound() {
        return notFound("department", "Diesen Fachbereich", "department");
    }

    static ProblemException accountNotFound() {
        return notFound("account", "Dieses Konto", "account");
    }

    static ProblemException roleNotFound() {
        return notFound("role", "Diese Rolle", "role");
    }

    static ProblemException linkNotValid() {
        return new ProblemException(
                Problem.Kind.GONE,
                "reset-link-not-valid",
                new Text("Der Link gilt nicht mehr", "The link does not work any more"),
                new Text(
                        "Er wirkt nur einmal und nur 24 Stunden lang, und ein neuer setzt ihn außer Kraft. Haben Sie mit ihm eben ein"
                                + " Kennwort gewählt, melden Sie sich damit an. Sonst bitten Sie die Administration um einen neuen.",
                        "It works once and for 24 hours only, and a new one makes it useless. If you have just chosen a password"
                                + " with it, sign in with that. Otherwise ask your administrator for a new one."));
    }

    static ProblemException codeWrong() {
        return new ProblemException(
                Problem.Kind.UNPROCESSABLE,
                "code-wrong",
                new Text("Code falsch", "Code wrong"),
                new Text(
                        "Der Code stimmt nicht oder wurde schon benutzt. Warten Sie auf den nächsten und prüfen Sie die Uhr des Geräts.",
                        "The code is wrong or was used already. Wait for the next one and check the clock of the device."));
    }

    static ProblemException stepNotValid() {
        return new ProblemException(
                Problem.Kind.GONE,
                "sign-in-step-not-valid",
                new Text("Anmeldung nicht mehr möglich", "Sign-in not possible any more"),
                new Text(
                        "Zwischen Kennwort und Code ist zu viel Zeit vergangen, oder der Code kam zweimal an, etwa nach einem"
                                + " Doppelklick. Melden Sie sich noch einmal an.",
                        "Too much time has passed between password and code, or the code came twice, such as after a double"
                                + " click. Sign in again."));
    }

    static ProblemException factorActive() {
        return new ProblemException(
                Problem.Kind.CONFLICT,
                "second-factor-active",
                new Text("Zweiter Faktor schon eingerichtet", "Second factor set up already"),
                new Text(
                        "Ihr zweiter Faktor ist schon eingerichtet, vielleicht eben erst. Haben Sie die Wiederherstellungscodes nicht"
                                + " gesehen, erzeugen Sie hier neue. Für eine andere App schalten Sie ihn zuerst ab.",
                        "Your second factor is set up already, maybe a moment ago. If you have not seen the recovery codes, make new"
                                + " ones here. For another app switch it off first."));
    }

    static ProblemException factorNotSetUp() {
        return new ProblemException(
                Problem.Kind.CONFLICT,
                "second-factor-not-set-up",
                new Text("Kein zweiter Faktor", "No second factor"),
                new Text(
                        "Für Ihr Konto ist kein zweiter Faktor eingerichtet. Laden Sie die Seite neu.",
                        "No second factor is set up for your account. Load the page again."));
    }

    static ProblemException noMail() {
        return new ProblemException(
                Problem.Kind.CONFLICT,
                "mail-not-possible",
                new Text("Keine E-Mail möglich", "No e-mail possible"),
                new Text(
                        "An dieses Konto lässt sich zurzeit keine E-Mail schicken: Es hat keine passende Adresse, oder der Versand"
                                + " ist nicht eingerichtet. Am Kennwort wurde nichts geändert. Lassen Sie sich den Link zeigen.",
                        "No e-mail can be sent to this account now: it has no suitable address, or sending is not set up."
                                + " The password was not changed. Have the link shown to you."));
    }

    static ProblemException sessionNotFound() {
        return notFound("session", "Diese Sitzung", "session");
    }

    static ProblemException tokenNotFound() {
        return notFound("token", "Diesen API-Schlüssel", "token");
    }

    static ProblemException tokenMakesNoTokens() {
        return new ProblemException(
                Problem.Kind.FORBIDDEN,
                "token-makes-no-tokens",
                new Text("Nur für Menschen", "For people only"),
                new Text(
                        "Mit einem API-Schlüssel lassen sich keine weiteren ausstellen. Melden Sie sich mit Ihrem Konto an.",
                        "A token makes no other tokens. Sign in with your account."));
    }

    static ProblemException tooManyTokens(int most) {
        return new ProblemException(
                Problem.Kind.CONFLICT,
                "too-many-tokens",
                new Text("Zu viele API-Schlüssel", "Too many tokens"),
                new Text(
                        "Es gibt schon " + most + " gültige API-Schlüssel. Widerrufen Sie zuerst einen.",
                        "There are " + most + " tokens that hold already. Revoke one first."));
    }

    static ProblemException deputiesNotYet() {
        return new ProblemException(
                Problem.Kind.FORBIDDEN,
                "permission-missing",
                new Text("Keine Berechtigung", "Permission missing"),
                new Text(
                        "Vertreten wird, wer zu einem Fachbereich gehört und fertig angemeldet ist.",
                        "Somebody who is stood in for belongs to a department and has signed in wholly."));
    }

    static ProblemException passwordFirst() {
        return new ProblemException(
                Problem.Kind.FORBIDDEN,
                "password-first",
                new Text("Erst das Kennwort", "The password first"),
                new Text(
                        "Wählen Sie zuerst ein eigenes Kennwort, dann den zweiten Faktor.",
                        "Choose a password of your own first, then the second factor."));
    }

    static ProblemException deputyshipNotFound() {
        return notFound("deputyship", "Diese Vertretung", "deputyship");
    }

    static ProblemException notValid(String german, String english) {
        return notValid("entry-not-valid", german, english);
    }

    /** With a code of its own, so that a form says it where it belongs. */
    static ProblemException notValid(String code, String german, String english) {
        return new ProblemException(
                Problem.Kind.UNPROCESSABLE,
                code,
                new Text("Eingabe nicht gültig", "Entry not valid"),
                new Text(german, english));
    }

    static ProblemException taken(String german, String english) {
        return new ProblemException(
                Problem.Kind.CONFLICT,
                "name-taken",
                new Text("Name vergeben", "Name taken"),
                new Text(german, english));
    }

    static ProblemException changed() {
        return new ProblemException(
                Problem.Kind.PRECONDITION_FAILED,
                "entry-changed",
                new Text("Inzwischen geändert", "Changed meanwhile"),
                new Text(
                        "Jemand anderes hat das inzwischen geändert. Laden Sie es neu und übertragen Sie Ihre Änderung.",
                        "Somebody else has changed it meanwhile. Load it again and carry your change over."));
    }

    static ProblemException mightier() {
        return new ProblemException(
                Problem.Kind.FORBIDDEN,
                "more-rights-than-yours",
                new Text("Mehr Rechte als Ihre", "More rights than yours"),
                new Text(
                        "Dazu gehören Rechte, die Sie selbst nicht haben. Wenden Sie sich an die Administration.",
                        "This comes with rights that you do not have yourself. Ask your administrator."));
    }

    static ProblemException departmentsEverywhere() {
        return new ProblemException(
                Problem.Kind.FORBIDDEN,
                "permission-missing",
                new Text("Keine Berechtigung", "Permission missing"),
                new Text(
                        "Anlegen, umbenennen und verschieben kann Fachbereiche nur, wer die Berechtigung „identity.departments“"
                                + " überall hat: Rechte hängen daran. Wenden Sie sich an die Administration.",
                        "Making, renaming and moving departments takes the permission 'identity.departments' everywhere:"
                                + " rights depend on it. Ask your administrator."));
    }

    static ProblemException lastAdministrator() {
        return new ProblemException(
                Problem.Kind.CONFLICT,
                "last-administrator",
                new Text("Letztes Administrationskonto", "Last administrator"),
                new Text(
                        "Danach könnte niemand mehr die Plattform verwalten. Geben Sie zuerst einem anderen Konto die Rolle Administration.",
                        "Nobody could administer the platform any more. Give the role administrator to another account first."));
    }

    static ProblemException ownAccount() {
        return new ProblemException(
                Problem.Kind.CONFLICT,
                "own-account",
                new Text("Eigenes Konto", "Own account"),
                new Text(
                        "Das ist Ihr eigenes Konto. Sperren oder schließen kann es nur jemand anderes.",
                        "This is your own account. Only somebody else can lock or close it."));
    }

    static ProblemException roleStays() {
        return new ProblemException(
                Problem.Kind.CONFLICT,
                "role-stays",
                new Text("Rolle bleibt", "Role stays"),
                new Text(
                        "Diese Rolle gehört zur Plattform und lässt sich so nicht ändern.",
                        "This role belongs to the platform and cannot be changed like this."));
    }

    static ProblemException roleInUse() {
        return new ProblemException(
                Problem.Kind.CONFLICT,
                "role-in-use",
                new Text("Rolle vergeben", "Role in use"),
                new Text(
                        "Die Rolle ist noch vergeben. Entziehen Sie sie zuerst allen Konten.",
                        "The role is still granted. Take it from all accounts first."));
    }

    static ProblemException wrongCredentials() {
        return new ProblemException(
                Problem.Kind.UNAUTHENTICATED,
                "credentials-wrong",
                new Text("Anmeldung fehlgeschlagen", "Sign-in failed"),
                new Text(
                        "Anmeldename oder Kennwort stimmt nicht, oder das Konto ist gesperrt.",
                        "The login name or the password is wrong, or the account is locked."));
    }

    static ProblemException notActive(Account.State state) {
        return new ProblemException(
                Problem.Kind.FORBIDDEN,
                "account-" + state.name().toLowerCase(Locale.ROOT),
                new Text("Konto gesperrt", "Account locked"),
                new Text(
                        "Ihr Konto ist gesperrt oder geschlossen. Wenden Sie sich an die Administration.",
                        "Your account is locked or closed. Ask your administrator."));
    }

    static ProblemException currentPasswordWrong() {
        return new ProblemException(
                Problem.Kind.UNPROCESSABLE,
                "current-password-wrong",
                new Text("Bisheriges Kennwort falsch", "Current password wrong"),
                new Text("Das bisherige Kennwort stimmt nicht.", "The current password is wrong."));
    }

    static ProblemException passwordNotValid(Text objection) {
        return new ProblemException(
                Problem.Kind.UNPROCESSABLE,
                "password-not-valid",
                new Text("Kennwort nicht geeignet", "Password not suitable"),
                objection);
    }

    static void mustBe(Long expected, long revision) {
        if (expected != null && expected != revision) {
            throw changed();
        }
    }
}
