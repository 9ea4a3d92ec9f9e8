package de.kreiswerk.core.persistence.unit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entity of another bundle. */
@Entity(name = "Saucer")
@Table(name = "saucer")
public class SaucerEntity {

    @Id
    String id;

    protected SaucerEntity() {}

    public SaucerEntity(String id) {
        this.id = id;
    }
}
