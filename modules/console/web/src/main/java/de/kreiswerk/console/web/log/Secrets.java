package de.kreiswerk.console.web.log;

import java.util.regex.Pattern;

/**
 * Takes out of a logged text what looks like a secret. Nothing of ours logs one; this is for third parties and for what
 * people put into addresses.
 */
final class Secrets {

    private static final String MASK = "***";
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(bearer|basic)\\s{1,3}[\\w.~+/=-]{6,}");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:password|passwort|kennwort|passwd|secret|geheimnis|token|api[_-]?key|cookie|authorization)"
                    + "[\\w.-]{0,40}[\"']?\\s{0,3}[:=]\\s{0,3}[\"']?)([^\\s\"',;&|]+)");
    private static final Pattern ADDRESS = Pattern.compile("(://[^/\\s:@]{1,100}:)[^@\\s/]{1,200}@");

    private Secrets() {}

    static String masked(String text) {
        String schemes = SCHEME.matcher(text).replaceAll("$1 " + MASK);
        String addresses = ADDRESS.matcher(schemes).replaceAll("$1" + MASK + "@");
        return NAMED.matcher(addresses).replaceAll("$1" + MASK);
    }
}
