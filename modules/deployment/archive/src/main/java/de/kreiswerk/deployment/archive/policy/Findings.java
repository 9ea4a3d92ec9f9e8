package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what checks find. */
final class Findings {

    private final List<Finding> all = new ArrayList<>();

    void add(String code, Severity severity, String bundle, String german, String english) {
        add(new Finding(code, severity, new Text(german, english), bundle, List.of()));
    }

    void add(Finding finding) {
        if (!all.contains(finding)) {
            all.add(finding);
        }
    }

    void add(BadArchive refusal) {
        add(new Finding(refusal.code(), Severity.REFUSED, refusal.sentence(), "", List.of()));
    }

    List<Finding> worstFirst() {
        return all.stream()
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparing(Finding::code)
                        .thenComparing(Finding::bundle))
                .toList();
    }
}
