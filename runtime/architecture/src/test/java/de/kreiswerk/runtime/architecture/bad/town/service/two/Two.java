package de.kreiswerk.runtime.architecture.bad.town.service.two;

import de.kreiswerk.runtime.architecture.bad.town.service.one.One;

/** The other half. */
public record Two(One one) {}
