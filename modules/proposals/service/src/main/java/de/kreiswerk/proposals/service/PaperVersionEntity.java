package de.kreiswerk.proposals.service;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.persistence.annotations.Customizer;

@Customizer(AfterPaper.class)
@Entity(name = "PaperVersion")
@Table(name = "paper_version")
@IdClass(PaperVersionEntity.Key.class)
class PaperVersionEntity {

    @Id
    @Column(name = "paper_id")
    String paperId;

    @Id
    int number;

    @Convert(converter = InstantConverter.class)
    Instant created;

    String sha256;

    String source;

    /** A {@link de.kreiswerk.proposals.api.PaperDocument} as JSON. */
    String document;

    /** A list of {@link de.kreiswerk.proposals.api.Finding} as JSON. */
    String findings;

    /** Names of changed fields, separated by commas. */
    String changes;

    /** Whether it was public until a newer one took its place, and can be read as that. */
    boolean superseded;

    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String paperId;
        int number;

        Key() {}

        Key(String paperId, int number) {
            this.paperId = paperId;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.number == number && Objects.equals(key.paperId, paperId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(paperId, number);
        }
    }
}
