package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.refusal.Quoted;
import de.kreiswerk.deployment.archive.wants.Want;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Service components that need one another before they start never do (Compendium, section 112.3, circular references). Only services
 * whose interface is a class of the archive count: others may come from elsewhere. So may what code registers.
 */
final class CycleCheck implements Check {

    private static final int SHOWN = 5;

    @Override
    public void check(Case subject, Findings findings) throws BadArchive {
        List<Declared> components = subject.bundles().stream()
                .flatMap(bundle -> bundle.components().stream())
                .toList();
        Set<Declared> never = never(subject, components);
        if (!never.isEmpty() && subject.wants().stream().noneMatch(want -> want.want() == Want.FRAMEWORK)) {
            found(cycle(subject, components, never), findings);
        }
    }

    private static boolean isOwn(String service, Case subject) {
        return subject.bundles().stream().anyMatch(bundle -> bundle.hasClass(service));
    }

    /** What does not start when all others have. */
    private static Set<Declared> never(Case subject, List<Declared> components) {
        Set<String> offered = components.stream()
                .flatMap(each -> each.provides().stream())
                .filter(service -> isOwn(service, subject))
                .collect(Collectors.toSet());
        Map<String, List<Integer>> waiting = new HashMap<>();
        Deque<Integer> starting = new ArrayDeque<>();
        int[] missing = new int[components.size()];
        for (int i = 0; i < missing.length; i++) {
            for (String service : components.get(i).needs()) {
                if (offered.contains(service)) {
                    waiting.computeIfAbsent(service, any -> new ArrayList<>()).add(i);
                    missing[i]++;
                }
            }
            if (missing[i] == 0) {
                starting.add(i);
            }
        }
        Set<Integer> started = new HashSet<>(starting);
        while (!starting.isEmpty()) {
            for (String service : components.get(starting.remove()).provides()) {
                List<Integer> satisfied = waiting.remove(service);
                for (int i : satisfied == null ? List.<Integer>of() : satisfied) {
                    if (--missing[i] == 0 && started.add(i)) {
                        starting.add(i);
                    }
                }
            }
        }
        Set<Declared> never = new LinkedHashSet<>();
        for (int i = 0; i < missing.length; i++) {
            if (!started.contains(i)) {
                never.add(components.get(i));
            }
        }
        return never;
    }

    /** Each of them waits for another one of them, so that whoever follows comes round again. */
    private static List<Declared> cycle(Case subject, List<Declared> components, Set<Declared> never) {
        Map<String, Declared> offering = new HashMap<>();
        never.forEach(each -> each.provides().stream()
                .filter(service -> isOwn(service, subject))
                .forEach(service -> offering.put(service, each)));
        components.stream()
                .filter(each -> !never.contains(each))
                .forEach(each -> offering.keySet().removeAll(each.provides()));
        Set<Declared> passed = new LinkedHashSet<>();
        Declared at = never.iterator().next();
        while (passed.add(at)) {
            at = at.needs().stream()
                    .filter(offering::containsKey)
                    .map(offering::get)
                    .findFirst()
                    .orElseThrow();
        }
        List<Declared> way = new ArrayList<>(passed);
        return way.subList(way.indexOf(at), way.size());
    }

    private static void found(List<Declared> cycle, Findings findings) {
        List<String> names =
                cycle.stream().map(each -> Quoted.of(each.name())).limit(SHOWN).toList();
        String all = String.join(" → ", names) + (cycle.size() > SHOWN ? " → …" : "") + " → " + names.get(0);
        findings.add(new Finding(
                "component.cycle",
                Severity.REFUSED,
                new Text(
                        "Dienste warten im Kreis aufeinander und starten nie: " + all
                                + ". Machen Sie einen der Bezüge freiwillig (0..1 oder 0..n).",
                        "Services wait for one another in a circle and never start: " + all
                                + ". Make one of the references optional (0..1 or 0..n)."),
                cycle.get(0).bundle(),
                cycle.stream().limit(SHOWN).map(each -> Quoted.of(each.place())).toList()));
    }
}
