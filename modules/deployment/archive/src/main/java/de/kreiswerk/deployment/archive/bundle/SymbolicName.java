package de.kreiswerk.deployment.archive.bundle;

import java.util.regex.Pattern;

/** Names of bundles and components (OSGi Core, section 3.2.5): words with dots between them. */
public final class SymbolicName {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final int LONGEST = 150;

    private SymbolicName() {}

    /**
     * Whether a text is one.
     *
     * @param text any text
     * @return true when it is
     */
    public static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /**
     * Whether a name lies within a namespace: {@code de.a.b} holds itself and {@code de.a.b.c}, not {@code de.a.bc}.
     *
     * @param name any name
     * @param namespace where it should be
     * @return true when it does
     */
    public static boolean isWithin(String name, String namespace) {
        return name.equals(namespace) || name.startsWith(namespace + ".");
    }
}
