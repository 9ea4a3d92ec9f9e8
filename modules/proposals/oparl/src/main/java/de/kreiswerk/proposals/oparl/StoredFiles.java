package de.kreiswerk.proposals.oparl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.web.FileAnswers.StoredFile;
import java.io.IOException;

/** Reads from the snapshot of a File where its bytes are. */
final class StoredFiles {

    private final JsonFactory factory = new JsonFactory();

    StoredFile of(PublicObject file) throws IOException {
        String sha256 = null;
        String fileName = null;
        String mediaType = null;
        try (JsonParser in = factory.createParser(file.content())) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                switch (name) {
                    case "sha256" -> sha256 = in.getText();
                    case "fileName" -> fileName = in.getText();
                    case "mediaType" -> mediaType = in.getText();
                    default -> in.skipChildren();
                }
            }
        }
        return new StoredFile(sha256, fileName, mediaType, file.modified());
    }
}
