package de.kreiswerk.deployment.service.plan;

import de.kreiswerk.core.api.text.Text;
import java.util.stream.Collectors;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;

/** Says in one sentence what is missing: what, in which version, and what there is instead. */
final class Missing {

    private static final int LONGEST_FILTER = 300;

    private Missing() {}

    static Text sentence(String bundle, Requirement requirement, LiveContext context) {
        String filter = String.valueOf(requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE));
        String packageName = LiveContext.packageName(requirement);
        if (packageName != null) {
            return ofPackage(bundle, packageName, range(filter), context);
        }
        if (ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE.equals(requirement.getNamespace())) {
            String java = Integer.toString(Runtime.version().feature());
            return new Text(
                    "Das Bundle " + bundle + " braucht eine andere Java-Version " + range(filter) + "; hier läuft Java "
                            + java + ".",
                    "The bundle " + bundle + " needs another version of Java " + range(filter) + "; Java " + java
                            + " runs here.");
        }
        if (BundleRevision.BUNDLE_NAMESPACE.equals(requirement.getNamespace())) {
            return new Text(
                    "Das Bundle " + bundle + " braucht ein Bundle, das es hier nicht gibt: " + cut(filter) + ".",
                    "The bundle " + bundle + " needs a bundle that is not here: " + cut(filter) + ".");
        }
        return new Text(
                "Das Bundle " + bundle + " braucht etwas, das hier niemand bietet: " + requirement.getNamespace() + " "
                        + cut(filter) + ".",
                "The bundle " + bundle + " needs something that nobody offers here: " + requirement.getNamespace() + " "
                        + cut(filter) + ".");
    }

    private static Text ofPackage(String bundle, String name, String range, LiveContext context) {
        String there = context.versions(name).stream().map(Object::toString).collect(Collectors.joining(", "));
        return there.isEmpty()
                ? new Text(
                        "Das Bundle " + bundle + " braucht das Paket " + name + " " + range
                                + "; hier bietet es niemand.",
                        "The bundle " + bundle + " needs the package " + name + " " + range
                                + "; nobody offers it here.")
                : new Text(
                        "Das Bundle " + bundle + " braucht das Paket " + name + " in der Version " + range
                                + "; hier gibt es " + there + ".",
                        "The bundle " + bundle + " needs the package " + name + " in version " + range + "; there is "
                                + there + " here.");
    }

    /** The range that a filter was made of, as people write it. */
    static String range(String filter) {
        String least = part(filter, "(version>=");
        String above = part(filter, "(version<=");
        String below = filter.contains("(!(version>=")
                ? part(filter.substring(filter.indexOf("(!(version>=")), "(version>=")
                : null;
        if (least != null && below != null && filter.indexOf("(!(version>=") < filter.indexOf("(version>=" + least)) {
            least = null;
        }
        if (least == null && above == null) {
            String exactly = part(filter, "(version=");
            return exactly == null ? "" : exactly;
        }
        if (below != null) {
            return "[" + least + "," + below + ")";
        }
        return above == null ? least : "[" + least + "," + above + "]";
    }

    private static String part(String filter, String begin) {
        int from = filter.indexOf(begin);
        return from < 0 ? null : filter.substring(from + begin.length(), filter.indexOf(')', from));
    }

    private static String cut(String text) {
        return text.length() > LONGEST_FILTER ? text.substring(0, LONGEST_FILTER) + "…" : text;
    }
}
