package de.kreiswerk.proposals.web.snapshot;

import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.PublicQuery;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.web.view.CommonTexts;
import de.kreiswerk.proposals.web.view.OpenData;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The county as it is published.
 *
 * @param path its path, empty while it is not published
 * @param modified when it changed
 * @param name its name, empty when not stated
 * @param licence the address of the licence of what is published, null when none is stated
 */
public record PublicBody(String path, Instant modified, String name, String licence) {

    /** The list that it is read from. */
    public static final String LIST = "body";

    private static final Snapshots<Content> CONTENT = Snapshots.as(Content.class);

    /** Reads it. */
    public static PublicBody of(Publication publication) {
        List<PublicObject> bodies = publication.list(PublicQuery.of(LIST, 1));
        if (bodies.isEmpty()) {
            return new PublicBody("", Instant.EPOCH, "", null);
        }
        PublicObject body = bodies.get(0);
        Content content = CONTENT.read(body);
        return new PublicBody(
                body.path(), body.modified(), content.name() == null ? "" : content.name(), content.license());
    }

    /** Where programs get an object, and under which licence. */
    public OpenData openData(String object, Locale language) {
        boolean stated = licence != null && licence.matches("https?://.+");
        Text known = stated ? CommonTexts.LICENCES.get(licence) : null;
        return new OpenData(
                "/oparl/v1" + object, known == null ? licence : known.in(language), stated ? licence : null);
    }

    private record Content(String name, String license) {}
}
