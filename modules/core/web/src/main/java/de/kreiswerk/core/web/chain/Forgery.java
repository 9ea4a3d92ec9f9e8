package de.kreiswerk.core.web.chain;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.web.multipart.ReceivedForm;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Refuses what another site lets a browser do in the name of who is signed in there (TR-03172-3 A3.11.06, ASVS 5 V3.5): what
 * changes something must come from a page of this host, and with a session it must hold the session's token. A bearer token
 * is never sent by a browser on its own, so it needs neither; what other schemes have, browsers send again to whoever asks.
 */
final class Forgery {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> FROM_HERE = Set.of("same-origin", "none");
    static final String BEARER = "Bearer ";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "csrf".getBytes(StandardCharsets.US_ASCII);

    private final SessionCookies cookies;
    private final Limits limits;

    Forgery(SessionCookies cookies, Limits limits) {
        this.cookies = cookies;
        this.limits = limits;
    }

    static boolean isSafe(HttpServletRequest request) {
        return SAFE.contains(request.getMethod());
    }

    /** The token of a session. Whoever has it cannot tell the session's id. */
    static String token(String session) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(session.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /** Why not, or null when it may go on. */
    Problem refusal(HttpServletRequest request, Endpoint endpoint) {
        if (isSafe(request) || hasBearerToken(request)) {
            return null;
        }
        if (isFromElsewhere(request)) {
            return Problems.fromElsewhere();
        }
        Object expected = request.getAttribute(WebConstants.CSRF_TOKEN);
        return expected == null ? null : withToken(request, expected.toString(), endpoint);
    }

    static boolean hasBearerToken(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    private Problem withToken(HttpServletRequest request, String expected, Endpoint endpoint) {
        String sent = request.getHeader(WebConstants.CSRF_HEADER);
        if (sent == null) {
            try {
                sent = field(request);
            } catch (RuntimeException e) {
                return Limits.unreadableForm(e);
            }
        }
        if (sent == null && endpoint.isForEveryone()) {
            asStranger(request);
            return null;
        }
        return sent != null && MessageDigest.isEqual(bytes(sent), bytes(expected)) ? null : Problems.formNotValid();
    }

    /** A form of a page that knows of no session cannot have its token. It does what it does for anybody, in nobody's name. */
    private static void asStranger(HttpServletRequest request) {
        request.removeAttribute(WebConstants.CALLER);
        request.removeAttribute(WebConstants.SESSION);
        request.removeAttribute(WebConstants.CSRF_TOKEN);
    }

    /** The token as a form has it, null when it has none. With a file it stands before that, which is not read for it. */
    private String field(HttpServletRequest request) {
        if (ReceivedForm.isIn(request)) {
            return limits.fileForm(request).field(WebConstants.CSRF_FIELD);
        }
        return isForm(request) ? request.getParameter(WebConstants.CSRF_FIELD) : null;
    }

    /**
     * Browsers say where a request comes from: in Sec-Fetch-Site, and the older ones in Origin. The host that the request was
     * sent to counts as ours as well: a platform without a stated address is reached under several names.
     */
    private boolean isFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !FROM_HERE.contains(site);
        }
        String origin = request.getHeader("Origin");
        if (origin == null || cookies.isOurs(origin)) {
            return false;
        }
        String host = request.getHeader("Host");
        return host == null || !origin.replaceFirst("^https?://", "").equalsIgnoreCase(host);
    }

    static boolean isForm(HttpServletRequest request) {
        String type = request.getHeader("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
    }

    private static byte[] bytes(String token) {
        return token.getBytes(StandardCharsets.UTF_8);
    }
}
