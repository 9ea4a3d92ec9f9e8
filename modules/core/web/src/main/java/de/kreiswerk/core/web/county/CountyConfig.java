package de.kreiswerk.core.web.county;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Which county this is. */
@ObjectClassDefinition(
        name = "Landkreis",
        description = "Wessen Plattform das ist: auf jeder Seite und in den offenen Daten")
public @interface CountyConfig {

    /** Where these settings are kept. */
    String PID = "de.kreiswerk.core.web.county";

    /** What a county that states nothing is called. */
    String NAME = "Landkreis Lüneburg";

    @AttributeDefinition(name = "Name", description = "Der Name, wie ihn Bürgerinnen und Bürger kennen")
    String name() default NAME;

    @AttributeDefinition(
            name = "AGS",
            description = "Amtlicher Gemeindeschlüssel, 8 Ziffern; leer, wenn er fehlen soll")
    String ags() default "03355000";

    @AttributeDefinition(name = "Regionalschlüssel", description = "12 Ziffern; leer, wenn er fehlen soll")
    String rgs() default "033550000000";

    @AttributeDefinition(name = "Website", description = "Adresse der eigenen Website, https://…; leer für keine")
    String website() default "";

    @AttributeDefinition(
            name = "Lizenz",
            description = "Adresse der Lizenz, unter der Veröffentlichtes steht; leer, wenn keine erteilt wird")
    String licence() default "https://www.govdata.de/dl-de/by-2-0";

    @AttributeDefinition(
            name = "E-Mail",
            description = "Wohin sich wendet, wer die offenen Daten nutzt; leer für keine Angabe")
    String contactEmail() default "";

    @AttributeDefinition(name = "Ansprechstelle", description = "Wer dort antwortet; leer für keine Angabe")
    String contactName() default "";

    @AttributeDefinition(
            name = "Logo",
            description =
                    "Eine SVG- oder PNG-Datei im Datenverzeichnis, höchstens 256 KiB; leer für das Zeichen von Kreiswerk")
    String logo() default "";
}
