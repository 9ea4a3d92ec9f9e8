package de.kreiswerk.deployment.archive.feature;

import java.util.List;
import java.util.regex.Pattern;

/** Addresses that are asked to see whether a component works: on this platform, without a host. */
final class ProbePaths {

    private static final Pattern PATH =
            Pattern.compile("(/[A-Za-z0-9._~!$&'()*+,;=:@%-]+)+/?(\\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?");
    private static final int MOST = 20;
    private static final int LONGEST = 300;

    private ProbePaths() {}

    static boolean areAll(List<String> paths) {
        return paths.size() <= MOST
                && paths.stream()
                        .allMatch(each -> each.length() <= LONGEST
                                && PATH.matcher(each).matches()
                                && !each.contains("/../")
                                && !each.contains("/./"));
    }
}
