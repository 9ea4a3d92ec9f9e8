package de.kreiswerk.core.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What components offer to show on pages of others, in its order. Each is asked once: a component that fails when it is asked must
 * not take pages of others down, and one that takes its time must not hold them up.
 */
final class Offers<S, V> {

    private static final Logger LOG = LoggerFactory.getLogger(Offers.class);

    private final Comparator<V> order;
    private volatile List<Offer<S, V>> offers = List.of();
    private volatile List<V> views = List.of();

    private record Offer<S, V>(S service, V view) {}

    Offers(Comparator<V> order) {
        this.order = order;
    }

    void add(S service, Function<S, V> asking) {
        V view;
        try {
            view = asking.apply(service);
        } catch (RuntimeException | LinkageError e) {
            LOG.error(
                    "{} does not say what it offers and is left out",
                    service.getClass().getName(),
                    e);
            return;
        }
        synchronized (this) {
            List<Offer<S, V>> more = new ArrayList<>(offers);
            more.add(new Offer<>(service, view));
            become(more);
        }
    }

    synchronized void remove(S service) {
        List<Offer<S, V>> rest = new ArrayList<>(offers);
        rest.removeIf(offer -> offer.service() == service);
        become(rest);
    }

    private void become(List<Offer<S, V>> now) {
        offers = List.copyOf(now);
        views = now.stream().map(Offer::view).sorted(order).toList();
    }

    /** Another list whenever something came or went. */
    List<V> all() {
        return views;
    }
}
