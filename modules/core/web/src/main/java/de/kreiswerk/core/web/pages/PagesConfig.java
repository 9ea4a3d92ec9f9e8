package de.kreiswerk.core.web.pages;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Pages", description = "What every public page shows in its head and foot")
@interface PagesConfig {

    String PID = "de.kreiswerk.core.web.pages";

    @AttributeDefinition(
            name = "Legal notice",
            description = "Address of the Impressum: https://… or a path on this host; empty for no link")
    String imprint() default "";

    @AttributeDefinition(
            name = "Privacy",
            description = "Address of the Datenschutzerklärung: https://… or a path on this host; empty for no link")
    String privacy() default "";

    @AttributeDefinition(
            name = "Accessibility",
            description =
                    "Address of the Erklärung zur Barrierefreiheit: https://… or a path on this host; empty for no link")
    String accessibility() default "";
}
