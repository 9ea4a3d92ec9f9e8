package de.kreiswerk.identity.oidc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a provider says of somebody, checked.
 *
 * @param subject who it is for the provider, for ever
 * @param all everything that the token says
 */
record Claims(String subject, Map<String, Object> all) {

    private static final int MOST_VALUES = 2_000;

    /** The values of a claim: of a list its elements, of a text the text. Dots lead into objects. */
    List<String> values(String name) {
        Object value = find(name);
        List<String> values = new ArrayList<>();
        if (value instanceof Collection<?> several) {
            several.stream()
                    .limit(MOST_VALUES)
                    .filter(String.class::isInstance)
                    .forEach(each -> values.add((String) each));
        } else if (value instanceof String one) {
            values.add(one);
        }
        return values;
    }

    /** Null when there is none. */
    String text(String name) {
        return find(name) instanceof String text && !text.isBlank() ? text : null;
    }

    private Object find(String name) {
        Object whole = all.get(name);
        if (whole != null || !name.contains(".")) {
            return whole;
        }
        Object at = all;
        for (String part : name.split("\\.")) {
            at = at instanceof Map<?, ?> object ? object.get(part) : null;
        }
        return at;
    }

    @Override
    public String toString() {
        return "Claims[]";
    }
}
