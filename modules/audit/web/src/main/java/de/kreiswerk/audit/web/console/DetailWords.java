package de.kreiswerk.audit.web.console;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What records say in words of the platform, in words for people. Areas come and go, and with them what they record: what is not known here
 * is shown as it is.
 */
final class DetailWords {

    private static final String OIDC = "oidc-";

    private static final Map<String, Text> METHODS = Map.of(
            "password",
            new Text("Kennwort", "password"),
            "password-and-code",
            new Text("Kennwort und Code", "password and code"),
            "password-link",
            new Text("Link zum Kennwort", "link to choose a password"),
            Caller.MACHINE,
            new Text("API-Schlüssel", "token"),
            Caller.OPERATOR,
            new Text("Schlüssel des Betriebs", "the operator's token"),
            "command-line",
            new Text("Kommandozeile des Betriebs", "the operator's command line"),
            "platform",
            new Text("die Plattform selbst", "the platform itself"));

    private static final Map<String, Text> KEYS = Map.ofEntries(
            Map.entry("method", new Text("Womit", "By")),
            Map.entry("reason", new Text("Grund", "Reason")),
            Map.entry("role", new Text("Rolle", "Role")),
            Map.entry("kind", new Text("Art", "Kind")),
            Map.entry("state", new Text("Zustand", "State")),
            Map.entry("before", new Text("Vorher", "Before")),
            Map.entry("after", new Text("Nachher", "After")),
            Map.entry("department", new Text("Fachbereich", "Department")),
            Map.entry("departments", new Text("Fachbereiche", "Departments")),
            Map.entry("permissions", new Text("Berechtigungen", "Permissions")),
            Map.entry("added", new Text("Hinzugekommen", "Added")),
            Map.entry("removed", new Text("Weggefallen", "Removed")),
            Map.entry("name", new Text("Name", "Name")),
            Map.entry("records", new Text("Einträge", "Records")),
            Map.entry("reference", new Text("Vorlagennummer", "Reference")),
            Map.entry("version", new Text("Version", "Version")),
            Map.entry("revision", new Text("Stand", "Revision")),
            Map.entry("expires", new Text("Gültig bis", "Valid until")),
            Map.entry("provider", new Text("Anmeldedienst", "Sign-in service")),
            Map.entry("secondFactorRemoved", new Text("Zweiter Faktor entfernt", "Second factor removed")),
            Map.entry("quarantined", new Text("In Quarantäne", "Quarantined")),
            Map.entry("again", new Text("Noch einmal", "Once more")));

    private static final Map<String, Text> ROLES = Map.of(
            "administrator", new Text("Administration", "Administrator"),
            "department-administrator", new Text("Fachbereichsadministration", "Department administrator"),
            "council-office", new Text("Sitzungsdienst", "Council office"),
            "author", new Text("Verfasser/in", "Author"),
            "co-signer", new Text("Mitzeichnung", "Co-signer"),
            "approver", new Text("Freigabe", "Approver"),
            "council-member", new Text("Mandatsträger/in", "Council member"),
            "auditor", new Text("Revision", "Auditor"),
            "archive", new Text("Archiv", "Archive"),
            "citizen", new Text("Bürger/in", "Citizen"));

    private static final Map<String, Text> REASONS = Map.ofEntries(
            Map.entry("account-unknown", new Text("Es gibt kein solches Konto", "there is no such account")),
            Map.entry("account-locked", new Text("Das Konto ist gesperrt", "the account is locked")),
            Map.entry("account-closed", new Text("Das Konto ist geschlossen", "the account is closed")),
            Map.entry(
                    "account-changed",
                    new Text("Das Konto wurde währenddessen geändert", "the account was changed meanwhile")),
            Map.entry("password-wrong", new Text("Falsches Kennwort", "wrong password")),
            Map.entry("token-expired", new Text("Das Token ist abgelaufen", "the token has expired")),
            Map.entry("token-revoked", new Text("Der Schlüssel wurde widerrufen", "the token was revoked")),
            Map.entry("code-wrong", new Text("Falscher Code", "wrong code")),
            Map.entry(
                    "erasure-objected",
                    new Text("Die Person darf noch nicht vergessen werden", "the person must not be forgotten yet")),
            Map.entry("permission-missing", new Text("Die Berechtigung fehlt", "the permission is missing")),
            Map.entry(
                    "more-rights-than-yours",
                    new Text("Dazu gehören Rechte, die die Person nicht hat", "it takes rights that they do not have")),
            Map.entry(
                    "last-administrator",
                    new Text("Es ist das letzte Konto der Administration", "it is the last administrator's account")),
            Map.entry("provider-refused", new Text("Der Anmeldedienst hat abgelehnt", "the sign-in service refused")),
            Map.entry(
                    "provider-away",
                    new Text("Der Anmeldedienst antwortet nicht", "the sign-in service does not answer")),
            Map.entry(
                    "trust-too-low", new Text("Das Vertrauensniveau ist zu niedrig", "the level of trust is too low")));

    private static final Map<String, Text> STATES = Map.of(
            "ACTIVE", new Text("aktiv", "active"),
            "LOCKED", new Text("gesperrt", "locked"),
            "CLOSED", new Text("geschlossen", "closed"),
            "DRAFT", new Text("Entwurf", "draft"),
            "PUBLISHED", new Text("veröffentlicht", "published"),
            "WITHDRAWN", new Text("zurückgezogen", "withdrawn"));

    private static final Map<String, Text> KINDS = Map.of(
            "OPERATOR", new Text("Schlüssel des Betriebs", "the operator's token"),
            "MACHINE", new Text("API-Schlüssel", "token"),
            "DEPLOY", new Text("Einspielen", "deployment"),
            "ROLLBACK", new Text("Zurück zur vorigen Version", "back to the version before"),
            "REMOVE", new Text("Entfernen", "removal"));

    private static final Map<String, Map<String, Text>> VALUES = Map.of(
            "method", METHODS, "role", ROLES, "reason", REASONS, "state", STATES, "before", STATES, "after", STATES,
            "kind", KINDS);

    private static final Set<String> YES_NO = Set.of("again", "secondFactorRemoved");

    private DetailWords() {}

    /** How somebody signed in; null when nobody knows it here. */
    static Text method(String value) {
        Text known = METHODS.get(value);
        return known == null && value.startsWith(OIDC)
                ? new Text(
                        "Anmeldedienst " + value.substring(OIDC.length()),
                        "sign-in service " + value.substring(OIDC.length()))
                : known;
    }

    /** What a detail is about; null when nobody knows it here. */
    static Text key(String key) {
        return KEYS.get(key);
    }

    /** What a detail says; null when nobody knows it here. */
    static Text value(String key, String value) {
        if (key.equals("method")) {
            return method(value);
        }
        if (YES_NO.contains(key) && List.of("true", "false").contains(value)) {
            return value.equals("true") ? new Text("ja", "yes") : new Text("nein", "no");
        }
        return VALUES.getOrDefault(key, Map.of()).get(value);
    }
}
