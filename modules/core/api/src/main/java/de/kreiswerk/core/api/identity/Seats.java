package de.kreiswerk.core.api.identity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Who sits where. Offered by the area that keeps the council, asked by whoever finds out who is calling. */
@ProviderType
public interface Seats {

    /**
     * Who somebody is.
     *
     * @param person the id of a Person of OParl
     * @return the name with titles, empty for an unknown person
     */
    Optional<String> name(String person);

    /**
     * The organizations in which somebody has a seat, by their memberships and the legislative terms. Departments are none.
     *
     * @param person the id of a Person of OParl
     * @param day the day, in the county's time
     * @return ids of organizations; empty for an unknown person
     */
    Set<String> of(String person, LocalDate day);
}
