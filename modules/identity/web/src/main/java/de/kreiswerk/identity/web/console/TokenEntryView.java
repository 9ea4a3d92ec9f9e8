package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.formkit.Field;
import de.kreiswerk.core.formkit.Option;
import java.util.List;

/**
 * The form for a new token, or the token that was made of it.
 *
 * @param basics what every page shows
 * @param name what stands in the form
 * @param expires what stands in the form
 * @param permission what is chosen
 * @param permissions what can be chosen
 * @param place where it is to hold
 * @param places where it can hold
 * @param secret the secret to show this once, null for the form
 */
public record TokenEntryView(
        PageBasics basics,
        Field name,
        Field expires,
        Field permission,
        List<Option> permissions,
        Field place,
        List<Option> places,
        String secret) {}
