package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.api.TrailQuery;
import java.util.Locale;

/**
 * What somebody did to themselves, such as signing in: the object's id says who acted there. Asked for by this id, such records would be
 * everything by one person, which takes a second person (NPersVG § 67). So they are not found by it; the index keeps it for legal holds.
 *
 * @param query what is asked for
 */
record OwnActs(TrailQuery query) {

    /** Whether what is asked for may be an id: otherwise no record needs to be read. */
    boolean mayBeAskedFor() {
        return query.objectId() != null || query.text() != null;
    }

    /** Whether a record that fits is left out. */
    boolean leaveOut(RecordText record) {
        return record.isAboutItsActor() && (query.objectId() != null || isFoundByItsActorOnly(record));
    }

    private boolean isFoundByItsActorOnly(RecordText record) {
        return query.text() != null
                && !record.wordsWithoutActor().contains(query.text().toLowerCase(Locale.ROOT));
    }
}
