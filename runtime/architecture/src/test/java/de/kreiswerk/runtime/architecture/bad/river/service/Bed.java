package de.kreiswerk.runtime.architecture.bad.river.service;

import de.kreiswerk.runtime.architecture.bad.town.service.one.One;

/** The other half. */
public record Bed(One one) {}
