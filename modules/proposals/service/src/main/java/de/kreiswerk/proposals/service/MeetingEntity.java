package de.kreiswerk.proposals.service;

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

    @Convert(converter = InstantConverter.class)
    Instant starts;

    String place;

    @Enumerated(EnumType.STRING)
    Visibility visibility;

    @Convert(converter = InstantConverter.class)
    Instant created;

    @Convert(converter = InstantConverter.class)
    Instant modified;
}
