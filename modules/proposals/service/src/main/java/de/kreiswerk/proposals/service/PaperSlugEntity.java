package de.kreiswerk.proposals.service;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.eclipse.persistence.annotations.Customizer;

@Customizer(AfterPaper.class)
@Entity(name = "PaperSlug")
@Table(name = "paper_slug")
class PaperSlugEntity {

    @Id
    String slug;

    @Column(name = "paper_id")
    String paperId;
}
