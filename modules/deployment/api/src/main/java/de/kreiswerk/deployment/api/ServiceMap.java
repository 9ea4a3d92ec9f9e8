package de.kreiswerk.deployment.api;

import java.util.List;

/**
 * What a running component offers and uses.
 *
 * @param component the component's name
 * @param addresses the addresses that it serves, such as {@code /ordnung/hundesteuer}
 * @param offers what it offers to others
 * @param uses what it uses of others
 */
public record ServiceMap(String component, List<String> addresses, List<Link> offers, List<Link> uses) {

    /** Copies the lists. */
    public ServiceMap {
        addresses = List.copyOf(addresses);
        offers = List.copyOf(offers);
        uses = List.copyOf(uses);
    }

    /**
     * A service or a package between two.
     *
     * @param name the interface's or package's name
     * @param packaged whether it is a package; else a service
     * @param partners who is at the other end: names of components, symbolic names of the platform's bundles
     */
    public record Link(String name, boolean packaged, List<String> partners) {

        /** Copies the list. */
        public Link {
            partners = List.copyOf(partners);
        }
    }
}
