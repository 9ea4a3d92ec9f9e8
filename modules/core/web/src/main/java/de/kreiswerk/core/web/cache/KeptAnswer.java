package de.kreiswerk.core.web.cache;

import de.kreiswerk.core.api.web.EntityTag;
import de.kreiswerk.core.api.web.MadeOf;
import de.kreiswerk.core.web.gzip.Gzip;
import de.kreiswerk.core.web.gzip.Representation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** An answer ready to be sent again: its bytes and the headers that go with them. */
public final class KeptAnswer {

    /** What an entry takes beside its bytes and characters: objects, and its place in the tables. */
    private static final int OVERHEAD = 600;

    /** What is smaller fits into a packet of the network anyway. */
    private static final int SMALLEST_TO_PACK = 1_000;

    private static final byte[] NOTHING = {};

    private final AnswerKey key;
    private final MadeOf madeOf;
    private final Object stamp;
    private final String base;
    private final long until;
    private final Header[] headers;
    private final byte[] body;
    private final Representation representation;
    private final long size;
    /** The body after gzip, made for the first who can unpack it; empty when that gains too little. */
    private volatile byte[] packed;

    private volatile Place place;
    private volatile long used;

    /**
     * A header.
     *
     * @param name its name
     * @param value its value
     * @param further whether it comes beside one of the same name
     */
    record Header(String name, String value, boolean further) {}

    KeptAnswer(
            AnswerKey key, Place place, Object stamp, String base, MadeOf madeOf, List<Header> headers, byte[] body) {
        this.key = key;
        this.place = place;
        this.stamp = stamp;
        this.base = base;
        this.madeOf = madeOf;
        this.until = madeOf.until() == null ? Long.MAX_VALUE : madeOf.until().toEpochMilli();
        this.headers = headers.stream()
                .filter(header -> !header.name().equalsIgnoreCase("ETag"))
                .toArray(Header[]::new);
        String tag = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("ETag"))
                .map(Header::value)
                .findFirst()
                .orElseGet(() -> EntityTag.of(body).value());
        this.body = body;
        boolean packs = body.length >= SMALLEST_TO_PACK && isText(headers);
        this.representation = new Representation(body, tag, packs ? this::packed : null);
        this.size = OVERHEAD + body.length + (packs ? roomToPack() : 0) + characters();
    }

    /**
     * Sends the answer, or says that the reader has it already.
     *
     * @param request GET or HEAD
     * @param response where to
     * @throws IOException when the reader went away
     */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        for (Header header : headers) {
            if (header.further()) {
                response.addHeader(header.name(), header.value());
            } else {
                response.setHeader(header.name(), header.value());
            }
        }
        representation.send(request, response);
    }

    /** Two who ask at once may both pack it. */
    private byte[] packed() {
        byte[] bytes = packed;
        if (bytes == null) {
            bytes = Gzip.of(body);
            // Room for it was counted when it was kept.
            if (bytes == null || bytes.length > roomToPack()) {
                bytes = NOTHING;
            }
            packed = bytes;
        }
        return bytes.length == 0 ? null : bytes;
    }

    /** Pages and data shrink to less than that, small ones less well. */
    private int roomToPack() {
        return body.length / 3 + SMALLEST_TO_PACK / 3;
    }

    /** What is packed already, such as pictures, has another type. */
    private static boolean isText(List<Header> headers) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(header -> header.value().toLowerCase(Locale.ROOT).replaceAll("\\s*;.*", ""))
                .anyMatch(type -> type.startsWith("text/") || type.endsWith("json") || type.endsWith("xml"));
    }

    /**
     * What its address led to when that was last looked up.
     *
     * @return the place
     */
    public Place place() {
        return place;
    }

    /**
     * Notes that its address still leads to the same endpoint.
     *
     * @param now the place as it is now
     */
    public void stillAt(Place now) {
        place = now;
    }

    AnswerKey key() {
        return key;
    }

    MadeOf madeOf() {
        return madeOf;
    }

    boolean isRight(Object stampNow, String baseNow, long now) {
        return stamp == stampNow && base.equals(baseNow) && now < until;
    }

    /** Written only when it changes: what many readers share should stay in their caches. */
    void use(long time) {
        if (used != time) {
            used = time;
        }
    }

    long used() {
        return used;
    }

    long size() {
        return size;
    }

    private long characters() {
        long characters = key.length();
        for (Header header : headers) {
            characters += header.name().length() + header.value().length();
        }
        for (String path : madeOf.paths()) {
            characters += path.length() + 50;
        }
        for (String list : madeOf.lists()) {
            characters += list.length() + 50;
        }
        return characters;
    }
}
