package de.kreiswerk.proposals.oparl.render;

import java.io.IOException;

/** A place. */
final class LocationMembers extends Members {

    LocationMembers(ObjectWriter json, boolean embedded) {
        super(json, embedded);
    }

    @Override
    void member(String name) throws IOException {
        switch (name) {
            case "description", "streetAddress", "room", "postalCode", "locality" -> json.text(name);
            default -> json.skip();
        }
    }
}
