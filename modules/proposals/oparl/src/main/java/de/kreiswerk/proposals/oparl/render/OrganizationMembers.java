package de.kreiswerk.proposals.oparl.render;

import java.io.IOException;

/** A committee, a group or a department. */
final class OrganizationMembers extends Members {

    OrganizationMembers(ObjectWriter json, boolean embedded) {
        super(json, embedded);
    }

    @Override
    void path(String path) throws IOException {
        json.out.writeStringField("meeting", json.urls.of(path + "/meeting"));
    }

    @Override
    void member(String name) throws IOException {
        switch (name) {
            case "body" -> json.reference(name);
            case "name", "shortName", "classification", "organizationType" -> json.text(name);
            case "startDate", "endDate" -> json.date(name);
            case "membership" -> json.references(name);
            default -> json.skip();
        }
    }
}
