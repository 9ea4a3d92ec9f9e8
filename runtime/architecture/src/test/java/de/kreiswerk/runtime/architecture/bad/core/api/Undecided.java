package de.kreiswerk.runtime.architecture.bad.core.api;

import jakarta.persistence.EntityManager;

// No Javadoc, nobody knows who implements it, and it names JPA beyond the one exception.
public interface Undecided {

    EntityManager em();

    interface Inner {}
}
