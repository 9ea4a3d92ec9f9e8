package de.kreiswerk.proposals.service;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

@Entity(name = "Membership")
@Table(name = "membership")
class MembershipEntity {

    @Id
    String id;

    @Column(name = "person_id")
    String personId;

    @Column(name = "organization_id")
    String organizationId;

    String role;

    @Column(name = "voting_right")
    Boolean votingRight;

    @Column(name = "start_date")
    LocalDate startDate;

    @Column(name = "end_date")
    LocalDate endDate;

    @Column(name = "on_behalf_of")
    String onBehalfOf;

    long revision;

    @Convert(converter = InstantConverter.class)
    Instant created;
}
