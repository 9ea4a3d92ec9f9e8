package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.Visibility;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;

/** The places that meetings name. */
final class Places {

    private final Ids ids = new Ids();

    /** The place of a meeting, made when no meeting named it before; null when the meeting names none. */
    LocationEntity of(EntityManager em, MeetingEntity meeting) {
        if (meeting.place == null) {
            meeting.locationId = null;
            return null;
        }
        LocationEntity place = meeting.locationId == null ? null : lock(em, meeting.locationId);
        if (place == null || !place.descriptionKey.equals(Organizations.key(meeting.place))) {
            place = lock(em, ensure(em, meeting.place, meeting.modified).id);
            meeting.locationId = place.id;
        }
        return place;
    }

    /** Holds a place as it is now: else it would be shown as it was before somebody changed it. Its meetings are held before it. */
    static LocationEntity lock(EntityManager em, String id) {
        return em.find(LocationEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    LocationEntity ensure(EntityManager em, String description, Instant now) {
        LocationEntity known = find(em, description);
        if (known != null) {
            return known;
        }
        LocationEntity place = new LocationEntity();
        place.id = ids.next(now.toEpochMilli());
        place.description = description;
        place.descriptionKey = Organizations.key(description);
        place.revision = 1;
        place.created = now;
        em.persist(place);
        // Meetings that refer to it come after it.
        em.flush();
        return place;
    }

    private static LocationEntity find(EntityManager em, String description) {
        return em.createQuery("select l from Location l where l.descriptionKey = :key", LocationEntity.class)
                .setParameter("key", Organizations.key(description))
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    boolean isPublic(EntityManager em, String locationId) {
        return !em.createQuery(
                        "select m.id from Meeting m where m.locationId = :location and m.visibility = :visibility"
                                + " and m.withdrawn = false",
                        String.class)
                .setParameter("location", locationId)
                .setParameter("visibility", Visibility.PUBLIC)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
