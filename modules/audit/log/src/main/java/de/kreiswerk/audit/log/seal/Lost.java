package de.kreiswerk.audit.log.seal;

import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.VerifierKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys that no key at hand vouches for, and that the operator does: lost ones, and those that were replaced before keys vouched for each
 * other. Named in full, because the eight digits that tell keys apart can be made by whoever wants to.
 *
 * @param keys those that are named
 * @param unreadable what is no key
 */
record Lost(List<VerifierKey> keys, List<String> unreadable) {

    static final String VARIABLE = "KREISWERK_SEAL_KEY_REPLACES";
    static final Lost NONE = new Lost(List.of(), List.of());

    Lost {
        keys = List.copyOf(keys);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Reads them.
     *
     * @param stated public keys with blanks or commas in between
     */
    static Lost of(String stated) {
        List<VerifierKey> keys = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (String each : stated.isBlank() ? new String[0] : stated.strip().split("[\\s,]+")) {
            try {
                keys.add(VerifierKey.parse(each));
            } catch (BadKey e) {
                unreadable.add(each);
            }
        }
        return new Lost(keys, unreadable);
    }

    boolean names(VerifierKey key) {
        return keys.contains(key);
    }
}
