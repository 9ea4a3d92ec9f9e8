package de.kreiswerk.runtime.bench.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the time of switches is made of, as their history tells. */
final class Phases {

    /** While these last, the requests to a component are held. */
    static final List<String> HELD = List.of("HOLD", "STOP", "START", "CHECK", "COMMIT");

    /** Those of a component that was not there before. */
    static final List<String> FIRST =
            List.of("UPLOAD", "VERIFY", "POLICY", "PLAN", "STAGE", "HOLD", "START", "CHECK", "COMMIT");

    private final List<String> shown;

    private final Map<String, List<Long>> millis = new TreeMap<>();

    Phases(List<String> shown) {
        this.shown = shown;
    }

    void note(String phase, double took) {
        millis.computeIfAbsent(phase, any -> new ArrayList<>()).add(Math.round(took));
    }

    void note(JsonNode ended) {
        for (JsonNode phase : ended.path("phases")) {
            note(phase.path("phase").asText(), phase.path("millis").asLong());
        }
    }

    /** Medians, phase by phase. */
    @Override
    public String toString() {
        return shown.stream()
                .filter(millis::containsKey)
                .map(phase -> String.format(Locale.ROOT, "%s %d ms", phase, median(millis.get(phase))))
                .collect(Collectors.joining(", "));
    }

    private static long median(List<Long> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }
}
