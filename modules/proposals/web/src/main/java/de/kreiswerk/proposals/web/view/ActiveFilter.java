package de.kreiswerk.proposals.web.view;

/**
 * A filter that is active.
 *
 * @param name what it filters by
 * @param value the value
 * @param without the address of the list without it
 */
public record ActiveFilter(String name, Words value, String without) {}
