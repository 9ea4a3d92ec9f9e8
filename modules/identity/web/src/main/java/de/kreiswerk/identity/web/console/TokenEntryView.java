package de.kreiswerk.identity.web.console;

import java.util.List;

/**
 * The form for a new token, or the token that was made of it.
 *
 * @param basics what every page shows
 * @param name what stands in the form
 * @param expires what stands in the form
 * @param permissions what can be chosen
 * @param places where it can hold
 * @param secret the secret to show this once, null for the form
 */
public record TokenEntryView(
        PageBasics basics, String name, String expires, List<Option> permissions, List<Option> places, String secret) {}
