package de.kreiswerk.runtime.bench.peer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One step of a Beratungsfolge. */
@Entity
class Consultation {

    @Id
    UUID id;

    UUID paperId;

    int position;
    UUID organization;
    String organizationName;
    LocalDate plannedDate;
    String dateWording;

    @Column(name = "is_public")
    boolean open;

    String role;
    boolean authoritative;
    String result;
    Instant created;
    Instant modified;
}
