package de.kreiswerk.proposals.oparl.render;

import java.io.IOException;

/** An item of an agenda. */
final class AgendaItemMembers extends Members {

    AgendaItemMembers(ObjectWriter json, boolean embedded) {
        super(json, embedded);
    }

    @Override
    void member(String name) throws IOException {
        switch (name) {
            case "meeting" -> parent(name);
            case "order" -> json.number(name);
            case "number", "name", "result", "resolutionText" -> json.text(name);
            case "public" -> json.flag(name);
            case "consultation" -> json.reference(name);
            case "paper" -> json.reference(ObjectWriter.OWN + name);
            case "paperReference" -> json.text(ObjectWriter.OWN + name);
            default -> json.skip();
        }
    }
}
