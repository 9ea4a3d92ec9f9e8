package de.kreiswerk.proposals.oparl.render;

import java.io.IOException;

/** A sitting that is scheduled, convened or was held. */
final class MeetingMembers extends Members {

    MeetingMembers(ObjectWriter json, boolean embedded) {
        super(json, embedded);
    }

    @Override
    void member(String name) throws IOException {
        switch (name) {
            case "name" -> json.text(name);
            case "state" -> state();
            case "cancelled" -> json.flag(name);
            case "start", "end" -> json.time(name);
            case "organization" -> json.references(name);
            case "location" -> json.embedded(name, OparlType.LOCATION);
            case "agendaItem" -> agenda(name);
            default -> json.skip();
        }
    }

    /** The words that OParl recommends. */
    private void state() throws IOException {
        String state = json.value();
        String word = switch (state == null ? "" : state) {
            case "SCHEDULED" -> "terminiert";
            case "INVITED" -> "eingeladen";
            case "HELD" -> "durchgeführt";
            default -> null;
        };
        if (word != null) {
            json.out.writeStringField("meetingState", word);
        }
    }

    private void agenda(String name) throws IOException {
        if (json.omitInternal) {
            json.skip();
        } else {
            json.embeddedList(name, OparlType.AGENDA_ITEM, false);
        }
    }
}
