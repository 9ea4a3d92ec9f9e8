package de.kreiswerk.core.web.chain;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Finds the narrowest endpoint of an address with a few look-ups, however many there are. */
final class EndpointIndex {

    private final Map<String, Endpoint> exact = new ConcurrentHashMap<>();
    private final Map<String, Endpoint> below = new ConcurrentHashMap<>();
    private volatile int longest;
    private volatile String signIn;

    void add(Endpoint endpoint) {
        (endpoint.below() ? below : exact).put(endpoint.prefix(), endpoint);
        longest = Math.max(longest, endpoint.prefix().length());
        // Below it there may be others, for other ways to sign in: nobody is led there unasked.
        if (endpoint.signIn() && (signIn == null || endpoint.prefix().length() <= signIn.length())) {
            signIn = endpoint.prefix();
        }
    }

    /** The same without what bundles claimed. */
    EndpointIndex without(Set<String> owners) {
        EndpointIndex left = new EndpointIndex();
        Stream.concat(exact.values().stream(), below.values().stream())
                .filter(endpoint -> !owners.contains(endpoint.owner()))
                .forEach(left::add);
        return left;
    }

    /** The same without what another one has. */
    EndpointIndex without(EndpointIndex other) {
        EndpointIndex left = new EndpointIndex();
        exact.values().stream()
                .filter(endpoint -> !other.exact.containsKey(endpoint.prefix()))
                .forEach(left::add);
        below.values().stream()
                .filter(endpoint -> !other.below.containsKey(endpoint.prefix()))
                .forEach(left::add);
        return left;
    }

    /** Where people sign in, null while there is no such page. */
    String signIn() {
        return signIn;
    }

    int size() {
        return exact.size() + below.size();
    }

    /** Null when no endpoint covers the path. */
    Endpoint find(String path) {
        Endpoint found = exact.get(path);
        if (found != null) {
            return found;
        }
        if (path.equals("/")) {
            Endpoint root = exact.get("");
            return root == null ? findBelow(path) : root;
        }
        return findBelow(path);
    }

    private Endpoint findBelow(String path) {
        for (int end = path.length(); end >= 0; end = end == 0 ? -1 : path.lastIndexOf('/', end - 1)) {
            // A path of ten thousand slashes must not cost ten thousand look-ups.
            Endpoint found = end > longest ? null : below.get(path.substring(0, end));
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
