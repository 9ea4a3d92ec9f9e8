package de.kreiswerk.proposals.web.view;

/**
 * One of the values that a filter offers.
 *
 * @param value what stands in the address
 * @param label what people read
 * @param chosen whether it is active
 */
public record Choice(String value, Words label, boolean chosen) {}
