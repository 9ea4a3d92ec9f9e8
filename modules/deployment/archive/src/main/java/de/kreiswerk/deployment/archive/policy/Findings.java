package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Collects what checks find. */
final class Findings {

    /** Of one kind: who has read so many needs no more, and an archive must not be able to make more than can be kept. */
    private static final int MOST = 50;

    /** Of all kinds together. Of each something is left, so that none can be hidden behind many others. */
    private static final int MOST_OF_ALL = 100;

    /** Things to approve: nobody answers for more than can be looked at, and what was approved is written down. */
    private static final int MOST_APPROVALS = 100;

    private static final int LONGEST_APPROVALS = 9_000;

    /**
     * Characters of all places together: names of an archive's own stand in them, and an archive must not be able to make more than can be
     * kept. Of each finding the first place is left.
     */
    private static final int LONGEST_PLACES = 60_000;

    private static final String MORE = "…";

    private final Map<String, SameFindings> byCode = new HashMap<>();

    void add(String code, Severity severity, String bundle, String german, String english) {
        add(new Finding(code, severity, new Text(german, english), bundle, List.of()));
    }

    void add(Finding finding) {
        byCode.computeIfAbsent(finding.code(), code -> new SameFindings(MOST)).add(finding);
    }

    void add(BadArchive refusal) {
        add(new Finding(refusal.code(), Severity.REFUSED, refusal.sentence(), "", List.of()));
    }

    List<Finding> worstFirst() {
        boolean tooMuch = isTooMuchToApprove();
        int all = byCode.values().stream().mapToInt(SameFindings::size).sum();
        int most = all > MOST_OF_ALL ? Math.max(1, MOST_OF_ALL / byCode.size()) : MOST;
        List<Finding> shown = Stream.concat(
                        tooMuch ? Stream.of(tooMuchToApprove()) : Stream.empty(),
                        byCode.values().stream().flatMap(same -> same.shown(most, !tooMuch)))
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparing(Finding::code)
                        .thenComparing(Finding::bundle))
                .toList();
        long withPlaces =
                shown.stream().filter(finding -> !finding.places().isEmpty()).count();
        return shown.stream()
                .map(finding -> within(LONGEST_PLACES / Math.max(1, withPlaces), finding))
                .toList();
    }

    private static Finding within(long share, Finding finding) {
        List<String> places = new ArrayList<>();
        long left = share;
        for (String place : finding.places()) {
            left -= place.length();
            if (left < 0 && !places.isEmpty()) {
                places.add(MORE);
                return new Finding(finding.code(), finding.severity(), finding.sentence(), finding.bundle(), places);
            }
            places.add(place);
        }
        return finding;
    }

    private boolean isTooMuchToApprove() {
        int count = byCode.values().stream().mapToInt(SameFindings::approvals).sum();
        int length =
                byCode.values().stream().mapToInt(SameFindings::approvalsLength).sum();
        return count > MOST_APPROVALS || length > LONGEST_APPROVALS;
    }

    private static Finding tooMuchToApprove() {
        return new Finding(
                "approval.too-much",
                Severity.REFUSED,
                new Text(
                        "In zu vielen Bundles braucht etwas eine Freigabe; so viel kann niemand ansehen. Teilen Sie die Komponente auf.",
                        "Something needs an approval in too many bundles; nobody can look at that much. Divide the component."),
                "",
                List.of());
    }
}
