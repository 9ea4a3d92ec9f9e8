package de.kreiswerk.proposals.service;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity(name = "MeetingSlug")
@Table(name = "meeting_slug")
class MeetingSlugEntity {

    @Id
    String slug;

    @Column(name = "meeting_id")
    String meetingId;
}
