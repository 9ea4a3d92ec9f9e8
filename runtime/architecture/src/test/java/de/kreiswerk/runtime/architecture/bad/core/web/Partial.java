package de.kreiswerk.runtime.architecture.bad.core.web;

import de.kreiswerk.runtime.architecture.bad.town.api.Town;

/** The core knows an area. */
public final class Partial {

    private final Town town;

    public Partial(Town town) {
        this.town = town;
    }

    public String name() {
        return town.name();
    }
}
