package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.web.EntityTag;
import de.kreiswerk.core.web.gzip.Gzip;

/**
 * A file of the look, ready to be sent.
 *
 * @param mediaType its media type
 * @param content its bytes
 * @param compressed its bytes after gzip, null when that gains nothing
 * @param tag its entity tag
 */
record Asset(String mediaType, byte[] content, byte[] compressed, String tag) {

    static Asset of(String mediaType, byte[] content) {
        byte[] compressed = mediaType.startsWith("font/") || mediaType.equals("image/png") ? null : Gzip.of(content);
        return new Asset(mediaType, content, compressed, EntityTag.of(content).value());
    }
}
