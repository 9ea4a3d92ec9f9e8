package de.kreiswerk.proposals.oparl.render;

import java.io.IOException;

/** A place. Several objects may embed it, and it is read alone with references to them. */
final class LocationMembers extends Members {

    LocationMembers(ObjectWriter json, boolean embedded) {
        super(json, embedded);
    }

    @Override
    void member(String name) throws IOException {
        switch (name) {
            case "description", "streetAddress", "room", "postalCode", "locality" -> json.text(name);
            case "meetings" -> meetings(name);
            default -> json.skip();
        }
    }

    private void meetings(String name) throws IOException {
        if (embedded) {
            json.skip();
        } else {
            json.references(name);
        }
    }
}
