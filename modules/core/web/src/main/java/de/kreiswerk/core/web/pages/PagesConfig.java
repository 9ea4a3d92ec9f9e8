package de.kreiswerk.core.web.pages;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Texts that the law asks for, as far as they are kept elsewhere. */
@ObjectClassDefinition(
        name = "Pflichtseiten",
        description = "Für Texte, die anderswo stehen. Ohne Angabe gelten die Seiten der Plattform selbst.")
public @interface PagesConfig {

    /** Where these settings are kept. */
    String PID = "de.kreiswerk.core.web.pages";

    @AttributeDefinition(name = "Impressum", description = "Adresse: https://… oder ein Pfad hier; leer für /impressum")
    String imprint() default "";

    @AttributeDefinition(
            name = "Datenschutzerklärung",
            description = "Adresse: https://… oder ein Pfad hier; leer für /datenschutz")
    String privacy() default "";

    @AttributeDefinition(
            name = "Erklärung zur Barrierefreiheit",
            description = "Adresse: https://… oder ein Pfad hier; leer für /barrierefreiheit")
    String accessibility() default "";
}
