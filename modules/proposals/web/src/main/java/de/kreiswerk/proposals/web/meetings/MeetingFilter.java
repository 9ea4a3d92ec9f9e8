package de.kreiswerk.proposals.web.meetings;

import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.proposals.web.http.Query;
import de.kreiswerk.proposals.web.snapshot.Committees;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * By what the list of meetings is narrowed: a committee.
 *
 * @param query what the address says
 * @param committees those that there are
 */
record MeetingFilter(Query query, Committees committees) {

    static final String COMMITTEE = "gremium";
    static final List<String> NAMES = List.of(COMMITTEE);

    private static final String PREFIX = "organization/";
    private static final String SUFFIX = "/meeting";

    static MeetingFilter of(Query query, Publication publication) {
        return new MeetingFilter(query, Committees.of(publication, PREFIX, SUFFIX));
    }

    /** The committee asked for, when there is such a one. */
    Optional<Committees.Committee> committee() {
        return query.get(COMMITTEE) == null ? Optional.empty() : committees.find(query.get(COMMITTEE));
    }

    boolean isRight() {
        return query.isEmpty() || committee().isPresent();
    }

    /** The lists in which a meeting must stand. */
    Set<String> lists() {
        return committee()
                .map(committee -> Set.of(PREFIX + committee.id() + SUFFIX))
                .orElse(Set.of());
    }

    PublicQuery on(PublicQuery all) {
        return all.where(lists(), null);
    }
}
