package de.kreiswerk.proposals.service;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

@Entity(name = "LegislativeTerm")
@Table(name = "legislative_term")
class LegislativeTermEntity {

    @Id
    String id;

    String name;

    @Column(name = "start_date")
    LocalDate startDate;

    @Column(name = "end_date")
    LocalDate endDate;

    long revision;

    @Convert(converter = InstantConverter.class)
    Instant created;
}
