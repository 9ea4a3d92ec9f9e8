package de.kreiswerk.launcher.component;

import de.kreiswerk.deployment.archive.wants.Want;
import de.kreiswerk.launcher.cli.Terminal;
import java.util.stream.Stream;

/** The platform's names for people. One that is new says itself. */
final class Words {

    private Words() {}

    static String componentState(String state, Terminal terminal) {
        return switch (state) {
            case "OFF" -> terminal.pick("aus", "off");
            case "RUNNING" -> terminal.pick("läuft", "running");
            case "SWITCHING" -> terminal.pick("wird umgeschaltet", "being switched");
            case "DELETING" -> terminal.pick("wird gelöscht", "being deleted");
            case "FAILED" -> terminal.pick("läuft nicht", "not running");
            default -> state;
        };
    }

    static String versionState(String state, Terminal terminal) {
        return switch (state) {
            case "WAITING" -> terminal.pick("wartet auf Freigabe", "waits for approval");
            case "READY" -> terminal.pick("bereit", "ready");
            case "ACTIVE" -> terminal.pick("aktiv", "active");
            case "KEPT" -> terminal.pick("aufbewahrt", "kept");
            case "QUARANTINED" -> terminal.pick("in Quarantäne", "in quarantine");
            default -> state;
        };
    }

    static String signature(String state, Terminal terminal) {
        return switch (state) {
            case "VALID" -> terminal.pick("gültig", "valid");
            case "UNSIGNED" -> terminal.pick("nicht unterschrieben", "unsigned");
            case "UNKNOWN_SIGNER" -> terminal.pick("unbekannter Schlüssel", "unknown signer");
            case "MODIFIED" -> terminal.pick("nach der Unterschrift verändert", "modified after it was signed");
            case "EXPIRED" -> terminal.pick("Schlüssel abgelaufen", "key expired");
            case "REVOKED" -> terminal.pick("Schlüssel widerrufen", "key revoked");
            default -> state;
        };
    }

    static String severity(String severity, Terminal terminal) {
        return switch (severity) {
            case "REFUSED" -> terminal.pick("abgelehnt", "refused");
            case "NEEDS_ADMINISTRATOR" -> terminal.pick("nur durch die Administration", "by an administrator only");
            case "NEEDS_APPROVAL" -> terminal.pick("braucht eine Freigabe", "needs an approval");
            case "NOTE" -> terminal.pick("Hinweis", "note");
            default -> severity;
        };
    }

    /** A predicate; the words are those of the policy's findings. */
    static String want(String name, Terminal terminal) {
        return Stream.of(Want.values())
                .filter(want -> want.name().equals(name))
                .map(want -> terminal.pick(want.title().german(), want.title().english()))
                .findFirst()
                .orElse(name);
    }

    static String mark(String kind) {
        return switch (kind) {
            case "ADDED" -> "+";
            case "CHANGED" -> "~";
            case "REMOVED" -> "-";
            default -> "=";
        };
    }
}
