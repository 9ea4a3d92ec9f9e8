package de.kreiswerk.audit.stream.webhook;

import de.kreiswerk.audit.stream.Receiving;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** A receiver of the trail by webhook. */
@ObjectClassDefinition(
        name = "Prüfpfad: an ein anderes System (Webhook)",
        description =
                "Jeder Eintrag des Prüfpfads geht als JSON per HTTPS an diesen Empfänger. Über Personen stehen nur"
                        + " Zufallskennungen und Verschlüsseltes darin. Ändern kann das nur, wer auch den Prüfpfad lesen darf")
public @interface WebhookConfig {

    /** Where these settings are kept; each receiver has a name behind it, as in {@code …Webhook~siem}. */
    String PID = "de.kreiswerk.audit.stream.Webhook";

    @AttributeDefinition(
            name = "Adresse",
            description = "https://…; ohne TLS nur an denselben Rechner. Weiterleitungen wird nicht gefolgt")
    String url() default "";

    @AttributeDefinition(
            name = "Geheimnis",
            description = "Womit jede Sendung signiert wird (HMAC-SHA-256), damit der Empfänger weiß, von wem sie ist;"
                    + " leer: ohne Signatur",
            type = AttributeType.PASSWORD,
            required = false)
    String secret() default "";

    @AttributeDefinition(
            name = "Ab wann",
            description = "Womit ein neuer Empfänger beginnt; danach geht es immer dort weiter, wo er steht",
            options = {
                @Option(label = "ab jetzt", value = Receiving.NOW),
                @Option(label = "alle Einträge", value = Receiving.ALL)
            })
    String begin() default Receiving.NOW;

    @AttributeDefinition(
            name = "Zertifizierungsstelle",
            description =
                    "Absoluter Pfad einer PEM-Datei mit den Zertifikaten, denen beim Empfänger vertraut wird; leer:"
                            + " die, die Java kennt",
            required = false)
    String authorities() default "";

    @AttributeDefinition(
            name = "Einträge auf einmal",
            description = "Wie viele Einträge höchstens zusammen gesendet werden",
            min = "1",
            max = "500")
    int batch() default 100;

    @AttributeDefinition(
            name = "Geduld in Sekunden",
            description = "Wie lange auf den Empfänger gewartet wird",
            min = "1",
            max = "60")
    int timeoutSeconds() default 10;
}
