package de.kreiswerk.runtime.architecture.bad.town.service;

import de.kreiswerk.runtime.architecture.bad.river.service.Bed;

/** One half of a circle of areas. */
public record Downstream(Bed bed) {}
