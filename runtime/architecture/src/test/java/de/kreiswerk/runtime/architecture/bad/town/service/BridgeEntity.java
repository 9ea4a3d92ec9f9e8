package de.kreiswerk.runtime.architecture.bad.town.service;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity that others can get hold of. */
@Entity
public class BridgeEntity {

    @Id
    public String id;
}
