package de.kreiswerk.core.web.cache;

/**
 * What an address leads to, as far as kept answers care.
 *
 * @param endpoint who answers there: the same object as long as the same component serves it in the same way
 * @param state of all addresses: the same object as long as no component comes or goes
 */
public record Place(Object endpoint, Object state) {}
