package de.kreiswerk.deployment.archive.wants;

import java.util.List;
import java.util.Objects;

/**
 * That something is wanted, and where.
 *
 * @param want what
 * @param count how many places there are
 * @param places the first 20 of them: {@code bundle: class.method → what is called}
 */
public record WantFound(Want want, int count, List<String> places) {

    /** Copies the list. */
    public WantFound {
        Objects.requireNonNull(want, "want");
        places = List.copyOf(places);
    }
}
