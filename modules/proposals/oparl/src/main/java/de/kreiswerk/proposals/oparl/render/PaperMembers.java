package de.kreiswerk.proposals.oparl.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A proposal. */
final class PaperMembers extends Members {

    private final List<Attachment> attachments = new ArrayList<>();
    private boolean files;

    PaperMembers(ObjectWriter json, boolean embedded) {
        super(json, embedded);
    }

    @Override
    void member(String name) throws IOException {
        switch (name) {
            case "body" -> json.reference(name);
            case "name", "reference", "paperType" -> json.text(name);
            case "published" -> published();
            case "underDirectionOfOrganization" -> json.referenceAsList("underDirectionOf");
            case "underDirectionOf" -> json.text(ObjectWriter.OWN + "underDirectionOfName");
            case "revisionDate" -> json.date(ObjectWriter.OWN + name);
            case "state",
                    "revision",
                    "occasion",
                    "involved",
                    "budgetProducts",
                    "proposedResolution",
                    "statementOfFacts",
                    "financialImpact",
                    "climateCheck",
                    "tables",
                    "version" -> json.copy(ObjectWriter.OWN + name);
            case "consultations" -> json.embeddedList("consultation", OparlType.CONSULTATION, false);
            case "attachments" -> attachments();
            default -> json.skip();
        }
    }

    private void published() throws IOException {
        String published = json.value();
        String day = published == null ? null : Times.day(published);
        if (day != null) {
            json.out.writeStringField("date", day);
        }
    }

    private void attachments() throws IOException {
        json.elements(() -> {
            Attachment attachment = new Attachment();
            json.each(name -> attachmentMember(attachment, name));
            attachments.add(attachment);
        });
        if (files) {
            json.out.writeEndArray();
        }
    }

    private void attachmentMember(Attachment attachment, String name) throws IOException {
        switch (name) {
            case "number" -> attachment.number = json.numberValue();
            case "name" -> attachment.name = json.value();
            case "visibility" -> attachment.visibility = json.value();
            case "sizeWording" -> attachment.sizeWording = json.value();
            case "file" -> attachment.file = file();
            default -> json.skip();
        }
    }

    /** An attachment whose bytes are not there has no File. */
    private String file() throws IOException {
        if (!json.omitInternal) {
            if (!files) {
                json.out.writeArrayFieldStart("auxiliaryFile");
                files = true;
            }
            return json.embedded(OparlType.FILE);
        }
        String[] path = new String[1];
        json.each(name -> {
            if (name.equals("path")) {
                path[0] = json.value();
            } else {
                json.skip();
            }
        });
        return path[0];
    }

    @Override
    void end() throws IOException {
        if (attachments.isEmpty()) {
            return;
        }
        json.out.writeArrayFieldStart(ObjectWriter.OWN + "attachments");
        for (Attachment attachment : attachments) {
            attachment.write(json);
        }
        json.out.writeEndArray();
    }

    /** An attachment as the document names it. */
    private static final class Attachment {

        private long number;
        private String name;
        private String visibility;
        private String sizeWording;
        private String file;

        private void write(ObjectWriter json) throws IOException {
            json.out.writeStartObject();
            json.out.writeNumberField("number", number);
            text(json, "name", name);
            text(json, "visibility", visibility);
            text(json, "sizeWording", sizeWording);
            text(json, "file", file == null ? null : json.urls.of(file));
            json.out.writeEndObject();
        }

        private static void text(ObjectWriter json, String name, String value) throws IOException {
            if (value != null) {
                json.out.writeStringField(name, value);
            }
        }
    }
}
