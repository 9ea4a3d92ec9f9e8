package de.kreiswerk.proposals.importer.checks;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.api.Finding;
import de.kreiswerk.proposals.api.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects findings. Of one code at most a hundred are told apart, the rest are counted: nobody reads a thousand. */
public final class Findings {

    private static final int MAX_OF_A_CODE = 100;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    void info(String code, int line, String german, String english) {
        add(new Finding(Severity.INFO, code, line, new Text(german, english)));
    }

    void warning(String code, int line, String german, String english) {
        add(new Finding(Severity.WARNING, code, line, new Text(german, english)));
    }

    void error(String code, int line, String german, String english) {
        add(new Finding(Severity.ERROR, code, line, new Text(german, english)));
    }

    /** All findings in the order of their lines; those of the whole text come first. */
    public List<Finding> inOrder() {
        counts.forEach(this::tellOfMore);
        counts.clear();
        return findings.stream().sorted(Comparator.comparingInt(Finding::line)).toList();
    }

    private void add(Finding finding) {
        if (counts.merge(finding.code(), 1, Integer::sum) <= MAX_OF_A_CODE) {
            findings.add(finding);
        }
    }

    private void tellOfMore(String code, int count) {
        int more = count - MAX_OF_A_CODE;
        if (more > 0) {
            findings.add(new Finding(
                    Severity.INFO,
                    "more-findings",
                    0,
                    new Text(
                            "Weitere " + more + " Hinweise der Art „" + code + "“ sind hier nicht einzeln aufgeführt.",
                            more + " more findings of the kind “" + code + "” are not listed one by one.")));
        }
    }
}
