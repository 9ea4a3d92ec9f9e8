package de.kreiswerk.core.web.security;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Whom somebody tells who has found a hole. */
@ObjectClassDefinition(
        name = "Sicherheitskontakt",
        description = "Wohin sich wendet, wer eine Schwachstelle findet: /.well-known/security.txt (RFC 9116)")
public @interface SecurityContactConfig {

    /** Where these settings are kept. */
    String PID = "de.kreiswerk.core.web.security";

    @AttributeDefinition(
            name = "Kontakt",
            description = "E-Mail-Adresse, https://… oder tel:…; mehrere mit Kommas dazwischen, die bevorzugte zuerst;"
                    + " leer für keinen")
    String contact() default "";

    @AttributeDefinition(
            name = "Sprachen",
            description = "In welchen Sprachen man schreiben kann, mit Kommas dazwischen, wie de, en")
    String languages() default "de, en";
}
