package de.kreiswerk.proposals.service;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity(name = "Person")
@Table(name = "person")
class PersonEntity {

    @Id
    String id;

    @Column(name = "family_name")
    String familyName;

    @Column(name = "given_name")
    String givenName;

    /** One to a line, null when there is none. */
    String titles;

    long revision;

    @Convert(converter = InstantConverter.class)
    Instant created;
}
