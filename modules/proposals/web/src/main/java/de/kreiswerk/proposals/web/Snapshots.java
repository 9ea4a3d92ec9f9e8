package de.kreiswerk.proposals.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.kreiswerk.core.api.publication.PublicObject;

/** Reads snapshots. Fields that this version does not know are skipped, so that the writer may go ahead of the reader. */
final class Snapshots {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectReader PAPERS = MAPPER.readerFor(PaperSnapshot.class);
    private static final ObjectReader LINES = MAPPER.readerFor(PaperSnapshot.Line.class);

    private Snapshots() {}

    static PaperSnapshot paper(PublicObject object) {
        return read(PAPERS, object);
    }

    static PaperSnapshot.Line line(PublicObject object) {
        return read(LINES, object);
    }

    private static <T> T read(ObjectReader reader, PublicObject object) {
        try {
            return reader.readValue(object.content());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the snapshot of " + object.path() + " cannot be read", e);
        }
    }
}
