package de.kreiswerk.core.formkit;

/**
 * Something to choose.
 *
 * @param id what the form sends
 * @param label what the reader sees
 * @param chosen whether it is chosen
 */
public record Option(String id, String label, boolean chosen) {}
