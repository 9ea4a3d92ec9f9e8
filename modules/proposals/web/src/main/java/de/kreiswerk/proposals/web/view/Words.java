package de.kreiswerk.proposals.web.view;

/**
 * A piece of text and its language.
 *
 * @param text the text
 * @param lang the value of the lang attribute, null when it is in the page's language
 */
public record Words(String text, String lang) {}
