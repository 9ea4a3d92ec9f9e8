package de.kreiswerk.proposals.web.view;

/**
 * What is wrong with a field of a form.
 *
 * @param field the name of the field, which is its id too
 * @param message what is wrong and what to do
 */
public record FieldError(String field, String message) {}
