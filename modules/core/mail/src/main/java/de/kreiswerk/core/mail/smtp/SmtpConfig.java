package de.kreiswerk.core.mail.smtp;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** How e-mail is sent. */
@ObjectClassDefinition(
        name = "E-Mail-Versand",
        description = "Über welchen Mailserver die Plattform E-Mails verschickt. Ohne Server und Absender wird keine"
                + " verschickt; was schon im Postausgang liegt, wartet")
public @interface SmtpConfig {

    /** Where these settings are kept. */
    String PID = "de.kreiswerk.core.mail.smtp";

    @AttributeDefinition(
            name = "Mailserver",
            description = "Rechnername wie mail.landkreis.example, so wie er im Zertifikat steht; leer: kein Versand",
            required = false)
    String host() default "";

    @AttributeDefinition(
            name = "Port",
            description = "587 für STARTTLS, 465 für TLS, 25 für einen Server im eigenen Netz",
            min = "1",
            max = "65535")
    int port() default 587;

    @AttributeDefinition(
            name = "Verschlüsselung",
            description =
                    "Mit STARTTLS und TLS wird nie unverschlüsselt gesendet, und das Zertifikat wird geprüft. Keine nur"
                            + " für einen Server auf demselben Rechner oder im eigenen Netz",
            options = {
                @Option(label = "STARTTLS (verlangt)", value = "STARTTLS"),
                @Option(label = "TLS von Anfang an", value = "TLS"),
                @Option(label = "keine", value = "NONE")
            })
    String security() default "STARTTLS";

    @AttributeDefinition(
            name = "Benutzername",
            description = "Mit dem sich die Plattform am Mailserver anmeldet; leer: ohne Anmeldung",
            required = false)
    String user() default "";

    @AttributeDefinition(
            name = "Kennwort",
            description = "Zum Benutzernamen",
            type = AttributeType.PASSWORD,
            required = false)
    String password() default "";

    @AttributeDefinition(
            name = "Absenderadresse",
            description = "Von welcher Adresse die E-Mails kommen, wie kreiswerk@landkreis.example",
            required = false)
    String fromAddress() default "";

    @AttributeDefinition(
            name = "Absendername",
            description = "Was im Postfach als Absender steht, wie Landkreis Beispiel; leer: nur die Adresse",
            required = false)
    String fromName() default "";

    @AttributeDefinition(
            name = "Geduld in Sekunden",
            description = "Wie lange auf eine Antwort des Mailservers gewartet wird",
            min = "1",
            max = "60")
    int timeoutSeconds() default 20;

    @AttributeDefinition(
            name = "Versuche",
            description =
                    "Wie oft eine E-Mail versucht wird, bevor sie aufgegeben wird: nach 1, 5, 30 Minuten, 2 Stunden,"
                            + " dann alle 6 Stunden; 12 sind etwa zwei Tage",
            min = "1",
            max = "50")
    int attempts() default 12;

    @AttributeDefinition(
            name = "Tage im Postausgang",
            description = "Wie lange dort steht, was verschickt, aufgegeben oder abgebrochen wurde",
            min = "1",
            max = "365")
    int daysKept() default 30;
}
