package de.kreiswerk.runtime.architecture.bad.town.service.one;

import de.kreiswerk.runtime.architecture.bad.town.service.two.Two;

/** One half of a circle. */
public record One(Two two) {}
