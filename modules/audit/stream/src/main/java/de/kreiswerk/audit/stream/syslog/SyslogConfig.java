package de.kreiswerk.audit.stream.syslog;

import de.kreiswerk.audit.stream.Receiving;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** A receiver of the trail by syslog. */
@ObjectClassDefinition(
        name = "Prüfpfad: an ein SIEM (Syslog)",
        description =
                "Jeder Eintrag des Prüfpfads geht über Syslog (RFC 5424) mit TLS an diesen Empfänger. Über Personen"
                        + " stehen nur Zufallskennungen und Verschlüsseltes darin. Ändern kann das nur, wer auch den Prüfpfad lesen darf")
public @interface SyslogConfig {

    /** Where these settings are kept; each receiver has a name behind it, as in {@code …Syslog~siem}. */
    String PID = "de.kreiswerk.audit.stream.Syslog";

    @AttributeDefinition(
            name = "Empfänger",
            description = "Rechnername wie siem.landkreis.example, so wie er im Zertifikat steht")
    String host() default "";

    @AttributeDefinition(name = "Port", description = "6514 ist der für Syslog mit TLS", min = "1", max = "65535")
    int port() default 6514;

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
            name = "Eigenes Zertifikat",
            description = "Absoluter Pfad einer PKCS#12-Datei mit Zertifikat und Schlüssel, wenn der Empfänger eines"
                    + " verlangt; leer: keines",
            required = false)
    String identity() default "";

    @AttributeDefinition(
            name = "Kennwort des eigenen Zertifikats",
            description = "Öffnet die PKCS#12-Datei",
            type = AttributeType.PASSWORD,
            required = false)
    String identityPassword() default "";

    @AttributeDefinition(name = "Facility", description = "0 bis 23; 13 ist „log audit“", min = "0", max = "23")
    int facility() default 13;

    @AttributeDefinition(
            name = "Anwendungsname",
            description = "APP-NAME in jeder Nachricht, höchstens 48 Zeichen ohne Leerzeichen und Umlaute")
    String appName() default "kreiswerk";

    @AttributeDefinition(
            name = "Rechnername",
            description = "HOSTNAME in jeder Nachricht; leer: der des Rechners, auf dem die Plattform läuft",
            required = false)
    String hostName() default "";

    @AttributeDefinition(
            name = "Unternehmensnummer",
            description =
                    "Private Enterprise Number hinter „kreiswerk@“. 32473 ist die Nummer für Beispiele (RFC 5612);"
                            + " wer eine eigene hat, trägt sie ein",
            min = "1",
            max = "2147483647")
    int enterpriseNumber() default 32473;

    @AttributeDefinition(
            name = "Einträge auf einmal",
            description = "Wie viele Einträge höchstens zusammen gesendet werden",
            min = "1",
            max = "500")
    int batch() default 100;

    @AttributeDefinition(
            name = "Nochmals senden (Sekunden)",
            description =
                    "Syslog kennt keine Bestätigung. Nach einer Unterbrechung wird noch einmal gesendet, was in so"
                            + " vielen Sekunden davor abging; 1200 sind länger, als ein System braucht, um einen toten Empfänger zu"
                            + " bemerken",
            min = "10",
            max = "3600")
    int againSeconds() default 1200;

    @AttributeDefinition(
            name = "Geduld in Sekunden",
            description = "Wie lange auf den Empfänger gewartet wird",
            min = "1",
            max = "60")
    int timeoutSeconds() default 10;
}
