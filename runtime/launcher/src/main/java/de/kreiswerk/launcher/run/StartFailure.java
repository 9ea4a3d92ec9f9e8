package de.kreiswerk.launcher.run;

import de.kreiswerk.launcher.cli.Language;
import de.kreiswerk.launcher.cli.Terminal;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.BundleException;

/**
 * Says in a few words why a bundle does not start. The framework's own message nests every bundle on the way to the one
 * requirement that nobody meets; only that one helps.
 */
final class StartFailure {

    private static final Pattern MISSING = Pattern.compile(
            "missing requirement \\[(\\S+) \\[[^]]*]\\([^)]*\\)] ([\\w.]+); (\\(.*?\\))(?= \\[caused|]| Unr|$)");
    private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]+)\\)");
    private static final Pattern LEAST_VERSION = Pattern.compile("\\(version>=([^)]+)\\)");

    private StartFailure() {}

    static String reason(Throwable failure, String bundle, Language language) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof BundleException) {
            MatchResult last = lastMissing(message);
            if (last != null) {
                return missing(last, bundle, language);
            }
        }
        Throwable root = root(failure);
        return Terminal.oneLine(root.getClass().getSimpleName() + ": " + root.getMessage());
    }

    private static MatchResult lastMissing(String message) {
        MatchResult last = null;
        Matcher matcher = MISSING.matcher(message);
        while (matcher.find()) {
            last = matcher.toMatchResult();
        }
        return last;
    }

    private static String missing(MatchResult match, String bundle, Language language) {
        String needy = match.group(1);
        String requirement = requirement(match.group(2), match.group(3), language);
        String sentence = language.pick("es fehlt ", "missing is ") + requirement;
        return needy.equals(bundle) ? sentence : sentence + language.pick(", gebraucht von ", ", needed by ") + needy;
    }

    private static String requirement(String namespace, String filter, Language language) {
        Matcher name = PACKAGE.matcher(filter);
        if (!name.find()) {
            return namespace + " " + filter;
        }
        Matcher version = LEAST_VERSION.matcher(filter);
        return language.pick("das Paket ", "the package ")
                + name.group(1)
                + (version.find() ? language.pick(" ab Version ", " from version ") + version.group(1) : "");
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
