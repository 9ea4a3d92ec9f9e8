package de.kreiswerk.proposals.web;

/**
 * A piece of text and its language.
 *
 * @param text the text
 * @param lang the value of the lang attribute, null when it is in the page's language
 */
record Words(String text, String lang) {}
