package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.Visibility;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

    /** The attachment's number in the newest text; below zero when the bytes were put aside. */
    int number;

    @Column(name = "file_name")
    String fileName;

    @Column(name = "media_type")
    String mediaType;

    long size;

    String sha256;

    @Convert(converter = InstantConverter.class)
    Instant created;

    /** The name under which the bytes were attached. Null in rows of before it was kept. */
    @Column(name = "attachment_name")
    String attachmentName;

    /** What a text said last of whether that name is public; null while none did. */
    @Enumerated(EnumType.STRING)
    @Column(name = "attachment_visibility")
    Visibility attachmentVisibility;
}
