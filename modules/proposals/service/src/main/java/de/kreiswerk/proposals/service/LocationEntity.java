package de.kreiswerk.proposals.service;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity(name = "Location")
@Table(name = "location")
class LocationEntity {

    @Id
    String id;

    String description;

    @Column(name = "description_key")
    String descriptionKey;

    @Column(name = "street_address")
    String streetAddress;

    String room;

    @Column(name = "postal_code")
    String postalCode;

    String locality;

    long revision;

    @Convert(converter = InstantConverter.class)
    Instant created;
}
