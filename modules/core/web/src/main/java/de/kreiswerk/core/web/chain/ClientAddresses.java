package de.kreiswerk.core.web.chain;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
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
        String forwarded = trusted.contains(sender) ? request.getHeader(FORWARDED_FOR) : null;
        if (forwarded == null || forwarded.length() > LONGEST) {
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

    private static String plain(String address) {
        String stripped = address.strip().replaceAll("[\\[\\]]", "");
        return stripped.equals("0:0:0:0:0:0:0:1") ? "::1" : stripped;
    }
}
