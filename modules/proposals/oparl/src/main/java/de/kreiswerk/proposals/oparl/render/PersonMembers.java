package de.kreiswerk.proposals.oparl.render;

import java.io.IOException;

/** Who holds a public office: the name, no contact data. */
final class PersonMembers extends Members {

    PersonMembers(ObjectWriter json, boolean embedded) {
        super(json, embedded);
    }

    @Override
    void member(String name) throws IOException {
        switch (name) {
            case "body" -> json.reference(name);
            case "name", "familyName", "givenName" -> json.text(name);
            case "title" -> json.texts(name);
            case "membership" -> memberships(name);
            default -> json.skip();
        }
    }

    private void memberships(String name) throws IOException {
        if (json.omitInternal) {
            json.skip();
        } else {
            json.embeddedList(name, OparlType.MEMBERSHIP, false);
        }
    }
}
