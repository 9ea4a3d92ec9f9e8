package de.kreiswerk.core.web.health;

import de.kreiswerk.core.api.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/**
 * Why components do not work. Where one service is away, all wait that build on it: it is named once, and those that would work by
 * themselves as soon as others do are counted only.
 */
final class Causes {

    private final List<Waiting> all;

    Causes(List<Waiting> all) {
        this.all = all;
    }

    /**
     * A component that does not work.
     *
     * @param component which
     * @param failure what its activation said, null when it was not activated
     * @param missing what it waits for
     */
    record Waiting(ComponentDescriptionDTO component, String failure, List<UnsatisfiedReferenceDTO> missing) {

        private Stream<String> services() {
            return missing.stream().map(this::service);
        }

        private String service(UnsatisfiedReferenceDTO unsatisfied) {
            return Stream.of(component.references)
                    .filter(reference -> reference.name.equals(unsatisfied.name))
                    .map(reference -> reference.interfaceName)
                    .findFirst()
                    .orElse(unsatisfied.name);
        }

        /** With the properties that it must have. */
        private String described(UnsatisfiedReferenceDTO unsatisfied) {
            return service(unsatisfied) + (unsatisfied.target == null ? "" : " " + unsatisfied.target);
        }
    }

    Text words() {
        List<Text> causes = new ArrayList<>();
        Set<Waiting> explained = new HashSet<>();
        for (Waiting each : all) {
            if (each.failure() != null) {
                explained.add(each);
                causes.add(new Text(
                        each.component().name + " ist ausgefallen: " + each.failure(),
                        each.component().name + " failed: " + each.failure()));
            }
        }
        lacking().forEach((service, by) -> {
            explained.addAll(by);
            causes.add(lacked(service, by));
        });
        int named = explained.size();
        addThoseThatBuildOn(explained);
        int others = explained.size() - named;
        if (others > 0) {
            causes.add(
                    others == 1
                            ? new Text("darauf baut ein weiterer Teil auf", "1 more component builds on that")
                            : new Text(
                                    "darauf bauen " + others + " weitere Teile auf",
                                    others + " more components build on that"));
        }
        // Whoever is left waits for others that wait for it.
        all.stream().filter(each -> !explained.contains(each)).forEach(each -> causes.add(waits(each)));
        return Text.joined("; ", causes);
    }

    /** What none of those that wait would bring, and whom it lacks. */
    private Map<String, List<Waiting>> lacking() {
        Set<String> expected = broughtBy(all);
        Map<String, List<Waiting>> lacking = new TreeMap<>();
        for (Waiting each : all) {
            for (UnsatisfiedReferenceDTO reference : each.missing()) {
                if (!expected.contains(each.service(reference))) {
                    lacking.computeIfAbsent(each.described(reference), service -> new ArrayList<>())
                            .add(each);
                }
            }
        }
        return lacking;
    }

    private void addThoseThatBuildOn(Set<Waiting> explained) {
        Set<String> brought = broughtBy(explained);
        boolean more = explained.addAll(all.stream()
                .filter(each -> each.services().anyMatch(brought::contains))
                .toList());
        if (more) {
            addThoseThatBuildOn(explained);
        }
    }

    private static Set<String> broughtBy(Iterable<Waiting> waiting) {
        Set<String> services = new HashSet<>();
        waiting.forEach(each -> services.addAll(List.of(each.component().serviceInterfaces)));
        return services;
    }

    private static Text lacked(String service, List<Waiting> by) {
        String first = by.get(0).component().name;
        int others = by.size() - 1;
        return new Text(
                service + " fehlt: " + first
                        + switch (others) {
                            case 0 -> " wartet darauf";
                            case 1 -> " und ein weiterer Teil warten darauf";
                            default -> " und " + others + " weitere Teile warten darauf";
                        },
                service + " is missing: " + first
                        + (others == 0 ? " waits for it" : " and " + others + " more wait for it"));
    }

    private static Text waits(Waiting waiting) {
        String services = waiting.services().collect(Collectors.joining(", "));
        return new Text(
                waiting.component().name + " wartet auf " + services,
                waiting.component().name + " waits for " + services);
    }
}
