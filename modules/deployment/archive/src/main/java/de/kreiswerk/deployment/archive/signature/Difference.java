package de.kreiswerk.deployment.archive.signature;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what is other in an archive than in what was signed: the first thing that somebody would look for. */
final class Difference {

    private static final int HASH_LENGTH = 64;

    private Difference() {}

    static Text between(String signed, String found) {
        Map<String, String> before = hashes(signed);
        Map<String, String> now = hashes(found);
        for (Map.Entry<String, String> each : now.entrySet()) {
            String entry = Quoted.of(each.getKey());
            if (!before.containsKey(each.getKey())) {
                return new Text(
                        "Die Signatur deckt „" + entry + "“ nicht ab.",
                        "The signature does not cover '" + entry + "'.");
            }
            if (!before.get(each.getKey()).equals(each.getValue())) {
                return new Text(
                        "„" + entry + "“ wurde nach dem Signieren verändert.",
                        "'" + entry + "' was changed after it was signed.");
            }
        }
        for (String each : before.keySet()) {
            if (!now.containsKey(each)) {
                return new Text(
                        "„" + Quoted.of(each) + "“ ist signiert, fehlt aber im Archiv.",
                        "'" + Quoted.of(each) + "' is signed, but missing in the archive.");
            }
        }
        return new Text("Die Signatur gehört zu einem anderen Archiv.", "The signature belongs to another archive.");
    }

    private static Map<String, String> hashes(String text) {
        Map<String, String> hashes = new LinkedHashMap<>();
        text.lines()
                .skip(2)
                .filter(line -> line.length() > HASH_LENGTH + 1)
                .forEach(line -> hashes.put(line.substring(HASH_LENGTH + 1), line.substring(0, HASH_LENGTH)));
        return hashes;
    }
}
