package de.kreiswerk.core.persistence.unit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entity of one bundle. */
@Entity(name = "Cup")
@Table(name = "cup")
public class CupEntity {

    @Id
    String id;

    protected CupEntity() {}

    public CupEntity(String id) {
        this.id = id;
    }
}
