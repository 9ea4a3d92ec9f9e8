package de.kreiswerk.proposals.oparl.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.publication.PublicObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** OParl's answers as bytes: pure functions of snapshots and addresses. */
public final class OparlJson {

    private static final int OBJECT_BYTES = 8_192;
    private static final byte[] BEGIN = "{\"data\":[".getBytes(StandardCharsets.UTF_8);
    /** The day on which this interface began: a System without a Body has nothing older to tell. */
    private static final Instant BEGINNING = Instant.parse("2026-11-23T00:00:00Z");

    private final JsonFactory factory = new JsonFactory();

    /**
     * One object.
     *
     * @param object its snapshot, deleted ones too
     * @param urls addresses
     * @return JSON
     */
    public byte[] object(PublicObject object, Urls urls) {
        return bytes(OBJECT_BYTES, out -> new ObjectWriter(factory, out, urls, false).write(object));
    }

    /**
     * One page of a list.
     *
     * @param objects what is on it
     * @param page what the page says of itself
     * @param urls addresses
     * @return JSON
     */
    public byte[] list(List<PublicObject> objects, ListPage page, Urls urls) {
        return bytes(OBJECT_BYTES * (objects.size() / 2 + 1), out -> {
            ObjectWriter writer = new ObjectWriter(factory, out, urls, page.omitInternal());
            out.writeStartObject();
            out.writeArrayFieldStart("data");
            for (PublicObject object : objects) {
                writer.write(object);
            }
            out.writeEndArray();
            envelope(out, page);
            out.writeEndObject();
        });
    }

    /**
     * One page of a list, of objects that are kept in {@link OparlForm}.
     *
     * @param objects what is on it
     * @param page what the page says of itself
     * @param urls addresses
     * @return JSON, byte for byte what {@link #list} makes of the same objects
     */
    public byte[] formedList(List<byte[]> objects, ListPage page, Urls urls) {
        byte[] base = urls.base().getBytes(StandardCharsets.UTF_8);
        byte[] envelope = bytes(OBJECT_BYTES, out -> {
            out.writeStartObject();
            envelope(out, page);
            out.writeEndObject();
        });
        // Goes on in the object that is open already.
        envelope[0] = ',';
        // A page of hundreds of kilobytes: written once, into what it needs.
        int length = BEGIN.length + Math.max(0, objects.size() - 1) + 1 + envelope.length;
        for (byte[] object : objects) {
            length += OparlForm.length(object, base);
        }
        ByteBuffer json = ByteBuffer.allocate(length).put(BEGIN);
        for (int i = 0; i < objects.size(); i++) {
            if (i > 0) {
                json.put((byte) ',');
            }
            OparlForm.write(objects.get(i), base, json);
        }
        return json.put((byte) ']').put(envelope).array();
    }

    private static void envelope(JsonGenerator out, ListPage page) throws IOException {
        out.writeObjectFieldStart("pagination");
        out.writeNumberField("elementsPerPage", page.elementsPerPage());
        out.writeEndObject();
        out.writeObjectFieldStart("links");
        out.writeStringField("first", page.first());
        out.writeStringField("self", page.self());
        if (page.next() != null) {
            out.writeStringField("next", page.next());
        }
        out.writeEndObject();
    }

    /**
     * The System: what the county says of itself, and where to go on.
     *
     * @param body the snapshot of the Body, null when there is none yet
     * @param urls addresses
     * @return JSON
     */
    public byte[] system(PublicObject body, Urls urls) {
        return bytes(OBJECT_BYTES, out -> {
            Times times = new Times();
            out.writeStartObject();
            out.writeStringField("id", urls.of(""));
            out.writeStringField("type", OparlType.SCHEMA + "System");
            out.writeStringField("oparlVersion", OparlType.SCHEMA);
            out.writeStringField("body", urls.of("/body"));
            if (body != null) {
                new ObjectWriter(factory, out, urls, false).members(body, SystemMembers::new);
            }
            out.writeStringField("website", urls.page("/"));
            out.writeStringField("created", times.of(body == null ? BEGINNING : body.created()));
            out.writeStringField("modified", times.of(body == null ? BEGINNING : body.modified()));
            out.writeEndObject();
        });
    }

    /**
     * What went wrong (OParl 1.1, chapter 2.9).
     *
     * @param problem what
     * @param locale the reader's language
     * @param requestId the id of the request
     * @return JSON
     */
    public byte[] error(Problem problem, Locale locale, String requestId) {
        return bytes(OBJECT_BYTES, out -> {
            out.writeStartObject();
            out.writeStringField("type", OparlType.SCHEMA + "Error");
            out.writeStringField("message", problem.detail().in(locale));
            out.writeStringField("debug", problem.code() + ", request " + requestId);
            out.writeEndObject();
        });
    }

    private byte[] bytes(int expected, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(expected);
        try (JsonGenerator out = factory.createGenerator(bytes)) {
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("A snapshot cannot be read", e);
        }
        return bytes.toByteArray();
    }

    /** What is written. */
    private interface Content {

        void write(JsonGenerator out) throws IOException;
    }

    /**
     * What a page of a list says of itself.
     *
     * @param omitInternal whether lists within the objects are left out
     * @param elementsPerPage how many a full page has
     * @param first the address of the first page
     * @param self the address of this one
     * @param next the address of the next one, null on the last
     */
    public record ListPage(boolean omitInternal, int elementsPerPage, String first, String self, String next) {}
}
