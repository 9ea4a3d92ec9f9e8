package de.kreiswerk.proposals.oparl.render;

import java.io.IOException;

/** A term of office. */
final class LegislativeTermMembers extends Members {

    LegislativeTermMembers(ObjectWriter json, boolean embedded) {
        super(json, embedded);
    }

    @Override
    void member(String name) throws IOException {
        switch (name) {
            case "body" -> parent(name);
            case "name" -> json.text(name);
            case "startDate", "endDate" -> json.date(name);
            default -> json.skip();
        }
    }
}
