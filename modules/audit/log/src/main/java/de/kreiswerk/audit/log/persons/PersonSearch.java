package de.kreiswerk.audit.log.persons;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Whether anybody may ask for everything that a person did. */
@Component(service = PersonSearch.class)
@Designate(ocd = PersonSearch.Config.class)
public final class PersonSearch {

    private final boolean on;

    /** Whether. */
    @ObjectClassDefinition(
            name = "Prüfpfad: Suche nach Personen",
            description =
                    "Ob sich alles anfragen lässt, was eine Person getan hat. Das kann der Überwachung von Beschäftigten dienen: Der Personalrat bestimmt mit (NPersVG § 67).")
    public @interface Config {

        /**
         * The switch.
         *
         * @return whether requests can be made and decided
         */
        @AttributeDefinition(
                name = "Personenanfragen",
                description =
                        "Mit einem Grund, für höchstens ein Jahr, und erst wenn eine zweite Person mit der Berechtigung „audit.persons-search“ zugestimmt hat. Jeder Schritt steht im Prüfpfad. Ausgeschaltet sind auch genehmigte Anfragen geschlossen.")
        boolean personSearch() default false;
    }

    /**
     * Takes over what was set up.
     *
     * @param config whether
     */
    @Activate
    public PersonSearch(Config config) {
        this(config.personSearch());
    }

    PersonSearch(boolean on) {
        this.on = on;
    }

    boolean isOn() {
        return on;
    }
}
