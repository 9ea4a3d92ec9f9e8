package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.CouncilOffice.LocationEntry;
import jakarta.persistence.EntityManager;
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
        EntityManager em = store.em();
        String description = Entries.mandatory("description", entry.description(), 1_000);
        LocationEntity place = held(em, places.ensure(em, description, now).id);
        // Of one that is there already, what is not given stays.
        LocationEntry completed = new LocationEntry(
                description,
                Entries.orKnown(entry.streetAddress(), place.streetAddress),
                Entries.orKnown(entry.room(), place.room),
                Entries.orKnown(entry.postalCode(), place.postalCode),
                Entries.orKnown(entry.locality(), place.locality));
        return fill(store, place, completed);
    }

    /** After its meetings, as whoever publishes one holds them. */
    private static LocationEntity held(EntityManager em, String id) {
        MeetingPublisher.lock(em, meetings(em, id));
        return Places.lock(em, id);
    }

    LocationEntity change(PaperStore store, String id, LocationEntry entry, Long expected) {
        EntityManager em = store.em();
        LocationEntity place = id.indexOf('\0') >= 0 ? null : held(em, id);
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
        MeetingPublisher.lock(store.em(), meetings(store.em(), place.id))
                .values()
                .forEach(meeting -> meetings.publish(store, meeting));
        return place;
    }

    private static List<String> meetings(EntityManager em, String locationId) {
        return em.createQuery(
                        "select m.id from Meeting m where m.locationId = :location and m.withdrawn = false",
                        String.class)
                .setParameter("location", locationId)
                .getResultList();
    }
}
