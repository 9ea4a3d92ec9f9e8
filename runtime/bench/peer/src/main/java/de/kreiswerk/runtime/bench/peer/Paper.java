package de.kreiswerk.runtime.bench.peer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A proposal. What has a shape of its own, such as the financial impact, is kept as JSON. */
@Entity
class Paper {

    @Id
    UUID id;

    UUID body;
    String reference;
    String name;
    String slug;
    String paperType;
    LocalDate published;
    String state;
    Integer revision;
    LocalDate revisionDate;
    String occasion;
    UUID underDirectionOf;
    String underDirectionOfName;
    String involved;
    String budgetProducts;
    String proposedResolution;
    String statementOfFacts;
    String financialImpact;
    String climateCheck;
    String tables;
    Integer version;
    boolean deleted;
    Instant created;
    Instant modified;
}
