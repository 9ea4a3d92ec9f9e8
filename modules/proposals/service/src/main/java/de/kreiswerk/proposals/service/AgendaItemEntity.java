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
@Entity(name = "AgendaItem")
@Table(name = "agenda_item")
class AgendaItemEntity {

    @Id
    String id;

    @Column(name = "meeting_id")
    String meetingId;

    int position;

    String number;

    String name;

    @Enumerated(EnumType.STRING)
    Visibility visibility;

    @Column(name = "consultation_id")
    String consultationId;

    @Column(name = "paper_id")
    String paperId;

    String result;

    @Column(name = "resolution_text")
    String resolutionText;

    @Convert(converter = InstantConverter.class)
    Instant created;
}
