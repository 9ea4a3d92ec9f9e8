package de.kreiswerk.core.api.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Words as they stand in an address and in a key: lower case Latin letters, digits and hyphens between them, umlauts spelled
 * out. Areas that name the same thing by words make the same of them here; rights depend on that.
 *
 * @param value at most 70 characters, which leaves room for a number behind it; empty when the words have neither letters nor
 *     digits
 */
public record Slug(String value) {

    private static final int LONGEST = 70;

    /**
     * Makes one.
     *
     * @param words any words
     * @return such as {@code gebaeudewirtschaft-und-umwelt}
     */
    public static Slug of(String words) {
        String plain = words.toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        String ascii = Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String slug = ascii.replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "");
        return new Slug(slug.substring(0, Math.min(slug.length(), LONGEST)).replaceAll("-$", ""));
    }
}
