package de.kreiswerk.proposals.oparl.render;

import java.io.IOException;

/** An attachment whose bytes are there. */
final class FileMembers extends Members {

    FileMembers(ObjectWriter json, boolean embedded) {
        super(json, embedded);
    }

    @Override
    void path(String path) throws IOException {
        String url = json.urls.of(path);
        json.out.writeStringField("accessUrl", url + "/access");
        json.out.writeStringField("downloadUrl", url + "/download");
    }

    @Override
    void member(String name) throws IOException {
        switch (name) {
            case "name", "fileName" -> json.text(name);
            case "mediaType" -> mediaType();
            case "size" -> json.number(name);
            case "sha256" -> json.text(ObjectWriter.OWN + "sha256Checksum");
            case "attachmentNumber" -> json.number(ObjectWriter.OWN + name);
            case "paper" -> paper(name);
            case "paperAddress" -> json.page("web");
            default -> json.skip();
        }
    }

    private void mediaType() throws IOException {
        String type = json.value();
        // OParl wants a media type, not the ending of a file name.
        if (type != null && type.indexOf('/') > 0) {
            json.out.writeStringField("mimeType", type);
        }
    }

    private void paper(String name) throws IOException {
        if (embedded) {
            json.skip();
        } else {
            json.referenceAsList(name);
        }
    }
}
