package de.kreiswerk.core.web.tls;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Whether the platform itself speaks TLS. */
@ObjectClassDefinition(
        name = "TLS",
        description =
                "Ob die Plattform selbst verschlüsselt; meist übernimmt das ein Proxy davor. Geänderte Dateien werden von"
                        + " selbst neu gelesen")
public @interface TlsConfig {

    /** Where these settings are kept. */
    String PID = "de.kreiswerk.core.web.tls";

    @AttributeDefinition(name = "Port", description = "-1 für kein TLS, 0 für irgendeinen freien")
    int port() default -1;

    @AttributeDefinition(
            name = "Adresse",
            description = "Auf welcher Netzadresse; leer für alle, gleich auf welcher ohne TLS gehört wird",
            required = false)
    String host() default "";

    @AttributeDefinition(
            name = "Zertifikat",
            description =
                    "Eine PEM-Datei mit dem Zertifikat und denen, die es beglaubigen; im Datenverzeichnis oder mit ganzem Pfad",
            required = false)
    String certificate() default "";

    @AttributeDefinition(
            name = "Schlüssel",
            description = "Eine PEM-Datei mit dem Schlüssel dazu (PKCS#8, ohne Kennwort)",
            required = false)
    String key() default "";

    @AttributeDefinition(
            name = "Schlüsselspeicher",
            description = "Statt der beiden Dateien: ein PKCS#12-Speicher (.p12, .pfx)",
            required = false)
    String keystore() default "";

    @AttributeDefinition(
            name = "Kennwort des Speichers",
            description = "Nur für einen Schlüsselspeicher",
            type = AttributeType.PASSWORD,
            required = false)
    String keystorePassword() default "";
}
