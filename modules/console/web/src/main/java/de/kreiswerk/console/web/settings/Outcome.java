package de.kreiswerk.console.web.settings;

import de.kreiswerk.core.api.text.Text;
import java.util.List;
import java.util.Map;

/**
 * What came of a form.
 *
 * @param entered key to values; empty when nothing is to be kept
 * @param errors key to what is wrong
 * @param success what was done, null when nothing was
 * @param conflict whether somebody else changed the group meanwhile
 * @param refused why it may not be changed, null when it was not that
 */
record Outcome(
        Map<String, List<String>> entered, Map<String, Text> errors, Text success, boolean conflict, Text refused) {

    static Outcome done(Text success) {
        return new Outcome(Map.of(), Map.of(), success, false, null);
    }
}
