package de.kreiswerk.identity.service;

import de.kreiswerk.core.api.text.Slug;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The keys by which other areas name a department. They know its id, or only what a text calls it: the lead department of a
 * paper is such words. This is the one place where both are the same department.
 */
final class DepartmentKeys {

    /** As ids look: what comes after is random, but a name must not even try to be one. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private DepartmentKeys() {}

    static boolean isLikeAnId(String key) {
        return ID.matcher(key).matches();
    }

    static Set<String> of(String id, String shortName, String name) {
        Set<String> keys = ofNames(shortName, name);
        keys.add(id);
        return keys;
    }

    /** What its names alone are as keys; empty when they have neither letters nor digits. */
    static Set<String> ofNames(String shortName, String name) {
        Set<String> keys = new HashSet<>();
        keys.add(Slug.of(shortName).value());
        keys.add(Slug.of(name).value());
        keys.remove("");
        return keys;
    }
}
