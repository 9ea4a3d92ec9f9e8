package de.kreiswerk.proposals.oparl.render;

import java.io.IOException;

/** A seat. */
final class MembershipMembers extends Members {

    MembershipMembers(ObjectWriter json, boolean embedded) {
        super(json, embedded);
    }

    @Override
    void member(String name) throws IOException {
        switch (name) {
            case "person" -> parent(name);
            case "organization", "onBehalfOf" -> json.reference(name);
            case "role" -> json.text(name);
            case "votingRight" -> json.flag(name);
            case "startDate", "endDate" -> json.date(name);
            default -> json.skip();
        }
    }
}
