package de.kreiswerk.runtime.architecture.bad.town.rest;

import de.kreiswerk.runtime.architecture.bad.town.service.BridgeEntity;
import java.sql.Connection;
import java.sql.SQLException;

/** Reaches past the api, works with data, and lets an entity out. */
public final class Resource {

    public BridgeEntity read(Connection connection) throws SQLException {
        connection.commit();
        return new BridgeEntity();
    }
}
