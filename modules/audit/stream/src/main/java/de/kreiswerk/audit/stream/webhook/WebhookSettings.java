package de.kreiswerk.audit.stream.webhook;

import de.kreiswerk.audit.sendkit.HttpAddress;
import de.kreiswerk.audit.sendkit.Trust;
import de.kreiswerk.audit.stream.Receiving;
import de.kreiswerk.core.api.text.Text;
import java.time.Duration;
import java.util.Optional;

/**
 * A receiver by webhook, as configured.
 *
 * @param receiving who receives
 * @param address where it is; null when it cannot be used
 * @param trust whom we believe to be it
 * @param secret signs; empty for none
 * @param patience how long to wait for it
 */
record WebhookSettings(Receiving receiving, HttpAddress address, Trust trust, String secret, Duration patience) {

    private static final int MOST = 500;
    private static final int LONGEST_SECONDS = 60;

    static WebhookSettings of(WebhookConfig config, String name) {
        Optional<HttpAddress> address = HttpAddress.of(config.url());
        return new WebhookSettings(
                new Receiving(
                        name,
                        Math.max(1, Math.min(MOST, config.batch())),
                        Receiving.ALL.equals(config.begin()),
                        address.isPresent()
                                ? null
                                : new Text(
                                        "Die Adresse des Empfängers fehlt oder beginnt nicht mit https",
                                        "The receiver's address is missing, or not one of https")),
                address.orElse(null),
                new Trust(config.authorities(), "", ""),
                config.secret(),
                Duration.ofSeconds(Math.max(1, Math.min(LONGEST_SECONDS, config.timeoutSeconds()))));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "WebhookSettings[" + receiving.name() + " " + address + "]";
    }
}
