package de.kreiswerk.proposals.service;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.eclipse.persistence.annotations.Customizer;

@Customizer(AfterPaper.class)
@Entity(name = "AttachedFile")
@Table(name = "attached_file")
class AttachedFileEntity {

    @Id
    String id;

    @Column(name = "paper_id")
    String paperId;

    int number;

    @Column(name = "file_name")
    String fileName;

    @Column(name = "media_type")
    String mediaType;

    long size;

    String sha256;

    @Convert(converter = InstantConverter.class)
    Instant created;
}
