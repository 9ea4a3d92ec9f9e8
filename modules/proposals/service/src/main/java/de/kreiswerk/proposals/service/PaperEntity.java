package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.Visibility;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity(name = "Paper")
@Table(name = "paper")
class PaperEntity {

    @Id
    String id;

    String reference;

    String slug;

    @Column(name = "reference_year")
    Integer referenceYear;

    String name;

    @Column(name = "paper_type")
    String paperType;

    @Column(name = "under_direction_of")
    String underDirectionOf;

    /** The organization that the newest text meant by it, whatever that is called since; null when the text names none. */
    @Column(name = "under_direction_id")
    String underDirectionId;

    @Enumerated(EnumType.STRING)
    Visibility visibility;

    @Enumerated(EnumType.STRING)
    Paper.State state;

    long revision;

    int version;

    /** The shape of the snapshots that are published of it. */
    @Column(name = "snapshot_format")
    int snapshotFormat;

    @Convert(converter = InstantConverter.class)
    Instant created;

    @Convert(converter = InstantConverter.class)
    Instant modified;

    @Convert(converter = InstantConverter.class)
    Instant published;
}
