package de.kreiswerk.proposals.service;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

@Entity(name = "Organization")
@Table(name = "organization")
class OrganizationEntity {

    @Id
    String id;

    String name;

    @Column(name = "name_key")
    String nameKey;

    @Column(name = "short_name")
    String shortName;

    String classification;

    @Column(name = "organization_type")
    String organizationType;

    @Column(name = "start_date")
    LocalDate startDate;

    @Column(name = "end_date")
    LocalDate endDate;

    /** The department that it is, null when it is none: both are one identity. */
    @Column(name = "department_id")
    String departmentId;

    boolean published;

    /** By the council office; one that is not is public only with what names it. */
    boolean kept;

    long revision;

    @Convert(converter = InstantConverter.class)
    Instant created;

    @Convert(converter = InstantConverter.class)
    Instant modified;
}
