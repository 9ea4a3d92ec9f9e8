package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.Council.MeetingState;
import de.kreiswerk.proposals.api.CouncilOffice.MeetingEntry;
import de.kreiswerk.proposals.api.Visibility;
import java.time.Instant;

/** A meeting of which a test states what matters to it. */
final class Meetings {

    private final String organizationId;
    private final Instant start;
    private Instant end;
    private String name = "Sitzung";
    private String place;
    private Visibility visibility = Visibility.PUBLIC;
    private MeetingState state;
    private boolean cancelled;

    private Meetings(String organizationId, Instant start) {
        this.organizationId = organizationId;
        this.start = start;
    }

    static Meetings of(String organizationId, Instant start) {
        return new Meetings(organizationId, start);
    }

    Meetings until(Instant time) {
        this.end = time;
        return this;
    }

    Meetings named(String words) {
        this.name = words;
        return this;
    }

    Meetings at(String where) {
        this.place = where;
        return this;
    }

    Meetings visible(Visibility stated) {
        this.visibility = stated;
        return this;
    }

    Meetings state(MeetingState reached) {
        this.state = reached;
        return this;
    }

    Meetings cancelled() {
        this.cancelled = true;
        return this;
    }

    MeetingEntry entry() {
        return new MeetingEntry(organizationId, name, start, end, place, visibility, state, cancelled);
    }
}
