package de.kreiswerk.core.web.chain;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out who sent a request. Only a trusted proxy is believed what it says in X-Forwarded-For, and only the last address
 * there that is no trusted proxy itself: what stands before it was written by the sender.
 */
final class ClientAddresses {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int LONGEST = 1_000;

    private final Set<String> trusted;

    /** The addresses of trusted proxies, with commas between them. */
    ClientAddresses(String trusted) {
        this.trusted = Arrays.stream(trusted.split(","))
                .map(ClientAddresses::plain)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    String of(HttpServletRequest request) {
        String sender = plain(String.valueOf(request.getRemoteAddr()));
        String forwarded = trusted.contains(sender) ? forwarded(request) : "";
        if (forwarded.isEmpty() || forwarded.length() > LONGEST) {
            return sender;
        }
        String[] hops = forwarded.split(",");
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = plain(hops[i]);
            if (!hop.matches("[0-9a-fA-F:.]{2,45}")) {
                return sender;
            }
            if (!trusted.contains(hop)) {
                return hop;
            }
        }
        return sender;
    }

    /** All lines of that name are one list (RFC 9110, section 5.3); many a proxy adds a line of its own. */
    private static String forwarded(HttpServletRequest request) {
        return String.join(",", Collections.list(request.getHeaders(FORWARDED_FOR)));
    }

    /** Without the brackets of IPv6 and the port that some proxies add to an address of IPv4. */
    private static String plain(String address) {
        String stripped = address.strip()
                .replaceFirst("^(\\d+\\.\\d+\\.\\d+\\.\\d+):\\d+$", "$1")
                .replaceFirst("^\\[([^\\]]*)\\](:\\d+)?$", "$1");
        return stripped.equals("0:0:0:0:0:0:0:1") ? "::1" : stripped;
    }
}
