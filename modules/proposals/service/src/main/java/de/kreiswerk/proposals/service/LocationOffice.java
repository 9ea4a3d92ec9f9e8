package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.CouncilOffice.LocationEntry;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;

/** Keeps the places of meetings. */
final class LocationOffice {

    private final Places places;
    private final MeetingPublisher meetings;

    LocationOffice(Publishers publishers) {
        this.places = publishers.places();
        this.meetings = publishers.meetings();
    }

    LocationEntity add(PaperStore store, LocationEntry entry, Instant now) {
        String description = Entries.mandatory("description", entry.description(), 1_000);
        LocationEntity place = places.ensure(store.em(), description, now);
        // Of one that is there already, what is not given stays.
        LocationEntry completed = new LocationEntry(
                description,
                Entries.orKnown(entry.streetAddress(), place.streetAddress),
                Entries.orKnown(entry.room(), place.room),
                Entries.orKnown(entry.postalCode(), place.postalCode),
                Entries.orKnown(entry.locality(), place.locality));
        return fill(store, place, completed);
    }

    LocationEntity change(PaperStore store, String id, LocationEntry entry, Long expected) {
        EntityManager em = store.em();
        LocationEntity place =
                id.indexOf('\0') >= 0 ? null : em.find(LocationEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (place == null) {
            throw Refusals.locationNotFound(id.replace("\0", ""));
        }
        Entries.mustBe(expected, place.revision);
        String description = Entries.optional("description", entry.description(), 1_000);
        if (description != null && !Organizations.key(description).equals(place.descriptionKey)) {
            throw Refusals.entryNotValid(
                    "Die Beschreibung eines Ortes bleibt. Nennen Sie bei der Sitzung den anderen Ort.",
                    "The description of a place stays. Name the other place with the meeting.");
        }
        return fill(store, place, entry);
    }

    private LocationEntity fill(PaperStore store, LocationEntity place, LocationEntry entry) {
        place.streetAddress = Entries.optional("streetAddress", entry.streetAddress(), 500);
        place.room = Entries.optional("room", entry.room(), 200);
        place.postalCode = Entries.optional("postalCode", entry.postalCode(), 20);
        place.locality = Entries.optional("locality", entry.locality(), 200);
        place.revision++;
        store.em().flush();
        List<String> ids = store.em()
                .createQuery(
                        "select m.id from Meeting m where m.locationId = :location and m.withdrawn = false",
                        String.class)
                .setParameter("location", place.id)
                .getResultList();
        MeetingPublisher.lock(store.em(), ids).values().forEach(meeting -> meetings.publish(store, meeting));
        return place;
    }
}
