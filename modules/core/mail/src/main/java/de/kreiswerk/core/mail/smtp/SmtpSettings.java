package de.kreiswerk.core.mail.smtp;

import de.kreiswerk.core.api.mail.Mail;
import de.kreiswerk.core.api.text.Text;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * How mail is sent, as configured.
 *
 * @param host the mail server, empty when none is configured
 * @param port its port
 * @param security how the way there is protected
 * @param user who signs in there, empty for nobody
 * @param password with what
 * @param fromAddress whom mail comes from
 * @param fromName what people call that, may be empty
 * @param patience how long to wait for an answer
 * @param attempts how often a mail is tried
 * @param kept how long the outbox shows what is done with
 */
public record SmtpSettings(
        String host,
        int port,
        Security security,
        String user,
        String password,
        String fromAddress,
        String fromName,
        Duration patience,
        int attempts,
        Duration kept) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]{0,100}");
    private static final Pattern CREDENTIAL = Pattern.compile("[^\\u0000\\r\\n]{0,1000}");

    /** How the way to the mail server is protected. */
    public enum Security {
        /** Not at all. */
        NONE,
        /** Begins in clear and must go on encrypted before anything is said. */
        STARTTLS,
        /** From the first byte on. */
        TLS
    }

    static SmtpSettings of(SmtpConfig config) {
        // What is no way of protecting must not become none.
        Security security = Arrays.stream(Security.values())
                .filter(each -> each.name().equals(config.security()))
                .findFirst()
                .orElse(Security.STARTTLS);
        return new SmtpSettings(
                config.host().strip(),
                config.port(),
                security,
                config.user().strip(),
                config.password(),
                config.fromAddress().strip(),
                config.fromName().strip(),
                Duration.ofSeconds(Math.max(1, Math.min(60, config.timeoutSeconds()))),
                Math.max(1, config.attempts()),
                Duration.ofDays(Math.max(1, config.daysKept())));
    }

    /** Whether somebody has begun to set mail up. */
    public boolean isBegun() {
        return !host.isEmpty();
    }

    /** Why nothing can be sent, null when something can. */
    public Text objection() {
        if (host.isEmpty()) {
            return new Text("Es ist kein Mailserver eingestellt.", "No mail server is configured.");
        }
        if (!HOST.matcher(host).matches() || port < 1 || port > 65_535) {
            return new Text("Mailserver oder Port sind nicht gültig.", "The mail server or its port is not valid.");
        }
        if (!Mail.isAddress(fromAddress)) {
            return new Text(
                    "Die Absenderadresse fehlt oder ist keine E-Mail-Adresse.",
                    "The sender's address is missing or no e-mail address.");
        }
        if (!NAME.matcher(fromName).matches()) {
            return new Text("Der Absendername ist nicht gültig.", "The sender's name is not valid.");
        }
        if (!CREDENTIAL.matcher(user).matches() || !CREDENTIAL.matcher(password).matches()) {
            return new Text(
                    "Benutzername oder Kennwort sind nicht gültig.", "The user name or the password is not valid.");
        }
        return null;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + " " + security + "]";
    }
}
