package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.core.api.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was found of one kind. Of what needs an approval one of each bundle is kept in any case: approved is what was seen, by kind and
 * bundle, and what is not shown would neither be seen nor wait for anybody.
 */
final class SameFindings {

    private final int most;
    private final Set<Finding> kept = new LinkedHashSet<>();
    private final Set<String> bundlesToApprove = new HashSet<>();
    private int left;

    /** So many are kept, beside the first of each bundle. */
    SameFindings(int most) {
        this.most = most;
    }

    void add(Finding finding) {
        boolean first = finding.severity() == Severity.NEEDS_APPROVAL && bundlesToApprove.add(finding.bundle());
        if (first || kept.size() < most) {
            kept.add(finding);
        } else if (!kept.contains(finding)) {
            left++;
        }
    }

    int size() {
        return kept.size();
    }

    /** How many things an approval of them would be of. */
    int approvals() {
        return bundlesToApprove.size();
    }

    /** How much it takes to write them down. */
    int approvalsLength() {
        int code = kept.stream()
                .mapToInt(finding -> finding.code().length())
                .findFirst()
                .orElse(0);
        return bundlesToApprove.stream()
                .mapToInt(bundle -> code + bundle.length() + 2)
                .sum();
    }

    /**
     * Those that are shown; the last one says how many more there are.
     *
     * @param share how many of them
     * @param approvable whether beside them the first of each bundle that needs an approval
     */
    Stream<Finding> shown(int share, boolean approvable) {
        List<Finding> shown = new ArrayList<>();
        Set<String> bundles = new HashSet<>();
        int more = left;
        for (Finding finding : kept) {
            boolean first = finding.severity() == Severity.NEEDS_APPROVAL && bundles.add(finding.bundle());
            if (shown.size() < share || first && approvable) {
                shown.add(finding);
            } else {
                more++;
            }
        }
        if (more > 0) {
            shown.add(withMore(shown.remove(shown.size() - 1), more));
        }
        return shown.stream();
    }

    private static Finding withMore(Finding finding, int more) {
        Text sentence = finding.sentence();
        return new Finding(
                finding.code(),
                finding.severity(),
                more == 1
                        ? new Text(
                                sentence.german() + " Dazu kommt ein weiterer Fund dieser Art.",
                                sentence.english() + " There is one more finding of this kind.")
                        : new Text(
                                sentence.german() + " Dazu kommen " + more + " weitere Funde dieser Art.",
                                sentence.english() + " There are " + more + " more findings of this kind."),
                finding.bundle(),
                finding.places());
    }
}
