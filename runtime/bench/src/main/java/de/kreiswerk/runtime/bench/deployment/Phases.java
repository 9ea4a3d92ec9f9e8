package de.kreiswerk.runtime.bench.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the time is made of for which the requests to a component are held, as the history of its switches tells. */
final class HeldPhases {

    private static final List<String> HELD = List.of("HOLD", "STOP", "START", "CHECK", "COMMIT");

    private final Map<String, List<Long>> millis = new TreeMap<>();

    void note(JsonNode ended) {
        for (JsonNode phase : ended.path("phases")) {
            millis.computeIfAbsent(phase.path("phase").asText(), any -> new ArrayList<>())
                    .add(phase.path("millis").asLong());
        }
    }

    /** Medians, phase by phase. */
    @Override
    public String toString() {
        return HELD.stream()
                .filter(millis::containsKey)
                .map(phase -> String.format(Locale.ROOT, "%s %d ms", phase, median(millis.get(phase))))
                .collect(Collectors.joining(", "));
    }

    private static long median(List<Long> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }
}
