package de.kreiswerk.runtime.architecture.bad.core.api;

/** A class in an api. */
public final class Calculator {

    public int one() {
        return 1;
    }
}
