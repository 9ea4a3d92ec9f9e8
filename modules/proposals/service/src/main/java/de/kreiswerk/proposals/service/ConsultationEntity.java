package de.kreiswerk.proposals.service;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

@Entity(name = "Consultation")
@Table(name = "consultation")
@IdClass(ConsultationEntity.Key.class)
class ConsultationEntity {

    @Id
    @Column(name = "paper_id")
    String paperId;

    @Id
    int position;

    @Column(name = "organization_id")
    String organizationId;

    @Column(name = "planned_date")
    LocalDate plannedDate;

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
