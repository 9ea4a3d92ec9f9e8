package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.Visibility;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity(name = "Meeting")
@Table(name = "meeting")
class MeetingEntity {

    @Id
    String id;

    @Column(name = "organization_id")
    String organizationId;

    String name;

    /** The last part of its page's address; null until it is public. */
    String slug;

    @Convert(converter = InstantConverter.class)
    Instant starts;

    /** Null when nobody said how long it lasts. */
    @Column(name = "duration_minutes")
    Integer durationMinutes;

    String place;

    @Column(name = "location_id")
    String locationId;

    @Enumerated(EnumType.STRING)
    Visibility visibility;

    @Enumerated(EnumType.STRING)
    Council.MeetingState state;

    boolean cancelled;

    boolean withdrawn;

    long revision;

    @Convert(converter = InstantConverter.class)
    Instant created;

    @Convert(converter = InstantConverter.class)
    Instant modified;
}
