package de.kreiswerk.proposals.oparl.render;

import java.io.IOException;

/** What the System says, as the Body has it. */
final class SystemMembers extends Members {

    SystemMembers(ObjectWriter json, boolean embedded) {
        super(json, embedded);
    }

    @Override
    void member(String name) throws IOException {
        switch (name) {
            case "name", "contactEmail", "contactName" -> json.text(name);
            case "license" -> json.address(name);
            default -> json.skip();
        }
    }
}
