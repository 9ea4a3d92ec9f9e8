package de.kreiswerk.launcher.component;

import de.kreiswerk.launcher.cli.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * What things in a new project are called.
 *
 * @param name the component, such as {@code de.lueneburg.ordnung.hundesteuer}
 * @param department whose it is
 * @param path where its addresses begin
 */
record ProjectNames(String name, String department, String path) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*){2,8}");
    private static final Pattern PATH =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(/[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    /** Names of permissions begin with it, and have 100 characters at most. */
    private static final int LONGEST = 90;

    private static final Pattern DEPARTMENT = Pattern.compile("[^\\p{Cc}\"\\\\<>&@$]{1,100}");

    static ProjectNames of(String name, Optional<String> department, Optional<String> path) throws Refusal {
        if (!NAME.matcher(name).matches() || !SourceVersion.isName(name) || name.length() > LONGEST) {
            throw Refusal.usage(
                    "Ein Name besteht aus mindestens drei Wörtern mit Punkten dazwischen, in kleinen Buchstaben und höchstens "
                            + LONGEST + " Zeichen, zum Beispiel de.lueneburg.ordnung.hundesteuer.",
                    "A name consists of at least three words with dots between them, in lower case and " + LONGEST
                            + " characters at most, for example de.lueneburg.ordnung.hundesteuer.");
        }
        String[] words = name.split("\\.");
        String office = words[words.length - 2];
        ProjectNames names = new ProjectNames(
                name,
                department.orElse(office),
                path.orElse(office.replace('_', '-')).replaceAll("^/+|/+$", ""));
        if (!PATH.matcher(names.path).matches()
                || !DEPARTMENT.matcher(names.department).matches()) {
            throw Refusal.usage(
                    "--department ist der Name des Fachbereichs, --path ein Pfad wie ordnung.",
                    "--department is the department's name, --path a path such as order.");
        }
        return names;
    }

    /** The last word. */
    String last() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    String namespace() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    Map<String, String> values(String platform) {
        String last = last();
        String title = last.substring(0, 1).toUpperCase(Locale.ROOT)
                + last.substring(1).replace('_', ' ');
        return Map.of(
                "NAME", name,
                "PACKAGE", name,
                "NAMESPACE", namespace(),
                "DEPARTMENT", department,
                "PATH", path,
                "PERMISSION", name.replace('_', '-'),
                "SHORT", last.replace('_', '-'),
                "TITLE", title,
                "PLATFORM", platform,
                "PLATFORM_NUMBERS", platform.replaceAll("-.*", ""));
    }
}
