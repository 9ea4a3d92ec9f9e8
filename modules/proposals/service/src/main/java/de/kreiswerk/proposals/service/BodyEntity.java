package de.kreiswerk.proposals.service;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity(name = "Body")
@Table(name = "body")
class BodyEntity {

    @Id
    String id;

    /** Null until the county is known; until then there is no public body. */
    String name;

    String ags;

    String rgs;

    String website;

    String license;

    @Column(name = "contact_email")
    String contactEmail;

    @Column(name = "contact_name")
    String contactName;

    @Convert(converter = InstantConverter.class)
    Instant created;
}
