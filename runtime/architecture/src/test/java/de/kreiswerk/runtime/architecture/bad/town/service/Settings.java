package de.kreiswerk.runtime.architecture.bad.town.service;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings that explain nothing. */
@ObjectClassDefinition(name = "Settings")
public @interface Settings {

    int bare() default 1;

    @AttributeDefinition(name = "Without description")
    int undescribed() default 1;

    @AttributeDefinition(name = "Without default", description = "Nobody knows what it is when nobody sets it.")
    int unset();
}
