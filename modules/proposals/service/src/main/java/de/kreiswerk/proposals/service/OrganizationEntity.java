package de.kreiswerk.proposals.service;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity(name = "Organization")
@Table(name = "organization")
class OrganizationEntity {

    @Id
    String id;

    String name;

    @Column(name = "name_key")
    String nameKey;

    String classification;

    boolean published;

    @Convert(converter = InstantConverter.class)
    Instant created;

    @Convert(converter = InstantConverter.class)
    Instant modified;
}
