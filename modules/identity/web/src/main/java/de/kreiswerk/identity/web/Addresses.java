package de.kreiswerk.identity.web;

import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where these pages are, and where they lead to. */
public final class Addresses {

    static final String SIGN_IN = "/anmelden";
    static final String SIGN_OUT = "/abmelden";
    static final String ACCOUNT = "/konto";
    static final String DEPUTIES = ACCOUNT + "/vertretung";
    static final String PASSWORD = "/kennwort";
    static final String FACTOR = "/zweiter-faktor";
    static final String SESSIONS = "/sitzungen";

    private static final int LONGEST = 2_000;
    /**
     * A path on this host and nothing else: no second slash or backslash at the beginning, which browsers take for another
     * host, and no controls, which they leave out before they look.
     */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

    private Addresses() {}

    /** The page that was asked for before signing in; null when none was, or none of this host. */
    static String next(HttpServletRequest request) {
        String next = Forms.field(request, WebConstants.SIGN_IN_NEXT);
        boolean local = next != null
                && next.length() <= LONGEST
                && LOCAL.matcher(next).matches()
                && !next.startsWith(SIGN_IN)
                && !next.startsWith(SIGN_OUT);
        return local ? next : null;
    }

    static String with(String address, String next) {
        return next == null
                ? address
                : address + "?" + WebConstants.SIGN_IN_NEXT + "=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** With GET, so that loading the page anew sends nothing again. */
    public static void seeOther(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
        response.setHeader("Cache-Control", "no-store");
    }
}
