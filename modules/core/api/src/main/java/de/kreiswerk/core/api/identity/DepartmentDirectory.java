package de.kreiswerk.core.api.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The departments as other areas may know them without asking on somebody's behalf: an area that shows them as something of its
 * own, such as the council's organizations, keeps one identity for both.
 */
@ProviderType
public interface DepartmentDirectory {

    /**
     * All departments.
     *
     * @return in no order
     */
    List<Entry> departments();

    /**
     * A department.
     *
     * @param id its lasting id
     * @param shortName such as {@code FD 61}
     * @param name such as {@code Fachdienst Umwelt}
     * @param validFrom the first day, null when not known
     * @param validUntil the last day, null while there is none
     */
    record Entry(String id, String shortName, String name, LocalDate validFrom, LocalDate validUntil) {

        /** Rejects what a department cannot be without. */
        public Entry {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(shortName, "shortName");
            Objects.requireNonNull(name, "name");
        }
    }
}
