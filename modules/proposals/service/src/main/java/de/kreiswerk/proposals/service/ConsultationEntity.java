package de.kreiswerk.proposals.service;

import de.kreiswerk.proposals.api.Visibility;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.persistence.annotations.Customizer;

@Customizer(AfterPaper.class)
@Entity(name = "Consultation")
@Table(name = "consultation")
@IdClass(ConsultationEntity.Key.class)
class ConsultationEntity {

    @Id
    @Column(name = "paper_id")
    String paperId;

    @Id
    int position;

    /** Lasting; moves to another row with the consultation. */
    @Column(name = "id")
    String id;

    @Column(name = "organization_id")
    String organizationId;

    @Column(name = "planned_date")
    LocalDate plannedDate;

    @Enumerated(EnumType.STRING)
    Visibility visibility;

    @Column(name = "meeting_id")
    String meetingId;

    @Convert(converter = InstantConverter.class)
    Instant created;

    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String paperId;
        int position;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.position == position && Objects.equals(key.paperId, paperId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(paperId, position);
        }
    }
}
