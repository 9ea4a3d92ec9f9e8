package de.kreiswerk.proposals.oparl.render;

import java.io.IOException;

/** One step of a Beratungsfolge. Its planned date is no meeting: that exists only when it is scheduled. */
final class ConsultationMembers extends Members {

    private String role;
    private String roleWording;

    ConsultationMembers(ObjectWriter json, boolean embedded) {
        super(json, embedded);
    }

    @Override
    void member(String name) throws IOException {
        switch (name) {
            case "paper" -> parent(name);
            case "organizationPath" -> json.referenceAsList("organization");
            case "organization" -> json.text(ObjectWriter.OWN + "organizationName");
            case "position" -> json.number(ObjectWriter.OWN + name);
            case "role" -> role = json.value();
            case "roleWording" -> roleWording = json.value();
            case "plannedDate" -> json.date(ObjectWriter.OWN + name);
            case "dateWording", "result" -> json.text(ObjectWriter.OWN + name);
            case "visibility" -> visibility();
            case "meeting" -> json.each(this::meeting);
            case "agendaItem" -> json.reference(name);
            default -> json.skip();
        }
    }

    private void visibility() throws IOException {
        String visibility = json.value();
        if (visibility != null) {
            json.out.writeBooleanField(ObjectWriter.OWN + "public", visibility.equals("PUBLIC"));
        }
    }

    private void meeting(String name) throws IOException {
        if (name.equals("path")) {
            json.reference("meeting");
        } else {
            json.skip();
        }
    }

    @Override
    void end() throws IOException {
        String word = roleWording == null ? word(role) : roleWording;
        if (word != null) {
            json.out.writeStringField("role", word);
        }
        if (role != null) {
            json.out.writeBooleanField("authoritative", role.equals("DECISION"));
        }
    }

    private static String word(String role) {
        return switch (role == null ? "" : role) {
            case "CONSULTATION" -> "Beratung";
            case "DECISION" -> "Entscheidung";
            case "RECOMMENDATION" -> "Empfehlung";
            case "INFORMATION" -> "Kenntnisnahme";
            default -> null;
        };
    }
}
