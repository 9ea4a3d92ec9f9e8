package de.kreiswerk.proposals.rest;

import java.util.List;

/**
 * A whole list.
 *
 * @param data all of it
 * @param <T> of what
 */
record All<T>(List<T> data) {}
