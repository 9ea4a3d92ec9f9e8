package de.kreiswerk.identity.oidc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where somebody goes after signing in: to a page of this host and nowhere else. */
final class Targets {

    static final String SIGN_IN = "/anmelden";
    static final String ACCOUNT = "/konto";

    private static final int LONGEST = 2_000;
    /** No second slash or backslash at the beginning, which browsers take for another host; no controls, which they leave out. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

    private Targets() {}

    /** Null when it is none of this host, or leads back to signing in or out. */
    static String checked(String target) {
        boolean local = target != null
                && target.length() <= LONGEST
                && LOCAL.matcher(target).matches()
                && !target.startsWith(SIGN_IN)
                && !target.startsWith("/abmelden");
        return local ? target : null;
    }

    static String with(String address, String target) {
        return target == null ? address : address + "?weiter=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
    }
}
