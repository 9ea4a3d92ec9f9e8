package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what checks find. */
final class Findings {

    /** Of one kind: who has read so many needs no more, and an archive must not be able to make more than can be kept. */
    private static final int MOST = 50;

    /** Of all kinds together. Of each something is left, so that none can be hidden behind many others. */
    private static final int MOST_OF_ALL = 100;

    private final Map<String, Set<Finding>> byCode = new HashMap<>();

    void add(String code, Severity severity, String bundle, String german, String english) {
        add(new Finding(code, severity, new Text(german, english), bundle, List.of()));
    }

    void add(Finding finding) {
        Set<Finding> same = byCode.computeIfAbsent(finding.code(), code -> new LinkedHashSet<>());
        if (same.size() < MOST) {
            same.add(finding);
        }
    }

    void add(BadArchive refusal) {
        add(new Finding(refusal.code(), Severity.REFUSED, refusal.sentence(), "", List.of()));
    }

    List<Finding> worstFirst() {
        int all = byCode.values().stream().mapToInt(Set::size).sum();
        int most = all > MOST_OF_ALL ? Math.max(1, MOST_OF_ALL / byCode.size()) : MOST;
        return byCode.values().stream()
                .flatMap(same -> same.stream().limit(most))
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparing(Finding::code)
                        .thenComparing(Finding::bundle))
                .toList();
    }
}
