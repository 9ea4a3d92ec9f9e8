package de.kreiswerk.audit.stream.syslog;

import de.kreiswerk.audit.sendkit.Receiver;
import de.kreiswerk.audit.sendkit.Trust;
import de.kreiswerk.audit.stream.Receiving;
import de.kreiswerk.core.api.text.Text;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A receiver by syslog, as configured.
 *
 * @param receiving who receives
 * @param to where it is
 * @param facility 0 to 23
 * @param appName what we are called
 * @param hostName what our machine is called; empty for what it calls itself
 * @param enterpriseNumber whose structured data it is
 * @param unsure for how long what was sent may be lost
 */
record SyslogSettings(
        Receiving receiving,
        Receiver to,
        int facility,
        String appName,
        String hostName,
        int enterpriseNumber,
        Duration unsure) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");
    private static final Pattern APP_NAME = Pattern.compile("[\\x21-\\x7e]{1,48}");
    private static final Pattern HOST_NAME = Pattern.compile("[\\x21-\\x7e]{0,255}");
    private static final int HIGHEST_PORT = 65_535;
    private static final int HIGHEST_FACILITY = 23;
    private static final int MOST = 500;
    private static final int LONGEST_SECONDS = 60;
    private static final int LONGEST_AGAIN = 3_600;
    private static final int SHORTEST_AGAIN = 10;

    static SyslogSettings of(SyslogConfig config, String name) {
        return new SyslogSettings(
                new Receiving(
                        name,
                        Math.max(1, Math.min(MOST, config.batch())),
                        Receiving.ALL.equals(config.begin()),
                        objection(config)),
                new Receiver(
                        config.host().strip(),
                        config.port(),
                        new Trust(config.authorities(), config.identity(), config.identityPassword()),
                        Duration.ofSeconds(Math.max(1, Math.min(LONGEST_SECONDS, config.timeoutSeconds())))),
                config.facility(),
                config.appName(),
                config.hostName().strip(),
                config.enterpriseNumber(),
                Duration.ofSeconds(Math.max(SHORTEST_AGAIN, Math.min(LONGEST_AGAIN, config.againSeconds()))));
    }

    private static Text objection(SyslogConfig config) {
        if (!HOST.matcher(config.host().strip()).matches() || config.port() < 1 || config.port() > HIGHEST_PORT) {
            return new Text(
                    "Rechner oder Port des Empfängers fehlen oder sind nicht gültig",
                    "The receiver's host or port is missing or not valid");
        }
        if (config.facility() < 0 || config.facility() > HIGHEST_FACILITY) {
            return new Text("Die Facility ist keine von 0 bis 23", "The facility is not one of 0 to 23");
        }
        if (!APP_NAME.matcher(config.appName()).matches()
                || !HOST_NAME.matcher(config.hostName().strip()).matches()) {
            return new Text(
                    "Der Name der Anwendung oder des Rechners ist nicht gültig",
                    "The name of the application or of the host is not valid");
        }
        return config.enterpriseNumber() < 1
                ? new Text("Die Enterprise-Nummer ist nicht gültig", "The enterprise number is not valid")
                : null;
    }
}
