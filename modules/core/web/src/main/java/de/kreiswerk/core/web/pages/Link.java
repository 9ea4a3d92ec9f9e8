package de.kreiswerk.core.web.pages;

/**
 * A link of the frame.
 *
 * @param label what it says
 * @param address where it leads
 * @param current the value of aria-current, null when it leads elsewhere
 */
record Link(String label, String address, String current) {}
