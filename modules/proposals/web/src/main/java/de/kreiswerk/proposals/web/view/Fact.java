package de.kreiswerk.proposals.web.view;

import java.util.List;

/**
 * A labelled value.
 *
 * @param label what is stated
 * @param values what is stated about it; empty when the paper does not answer
 */
public record Fact(String label, List<Words> values) {}
