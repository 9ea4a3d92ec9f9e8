package de.kreiswerk.proposals.importer.reading;

import java.util.function.Consumer;

/**
 * The place of a single value. What was found first stays.
 *
 * @param <T> the value's type
 */
public final class Slot<T> {

    private Found<T> found;

    /** Puts a value in, unless there is one. */
    public void offer(T value, int line) {
        if (found == null && value != null) {
            found = new Found<>(value, line);
        }
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return found == null;
    }

    /** The value, null when nothing was found. */
    public T value() {
        return found == null ? null : found.value();
    }

    /** The line of the value, 0 when nothing was found. */
    public int line() {
        return found == null ? 0 : found.line();
    }

    /** Does something with the value, if there is one. */
    public void ifFound(Consumer<Found<T>> action) {
        if (found != null) {
            action.accept(found);
        }
    }
}
