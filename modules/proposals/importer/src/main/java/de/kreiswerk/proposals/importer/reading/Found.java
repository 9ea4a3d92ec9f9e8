package de.kreiswerk.proposals.importer.reading;

/**
 * Something that a rule found, and where.
 *
 * @param value what
 * @param line the number of its line
 * @param <T> its type
 */
public record Found<T>(T value, int line) {}
