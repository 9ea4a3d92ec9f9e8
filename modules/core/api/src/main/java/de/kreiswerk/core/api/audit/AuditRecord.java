package de.kreiswerk.core.api.audit;

import java.time.Instant;

/**
 * A record of the trail.
 *
 * @param sequence its place in the trail, from 1, without gaps
 * @param id its random id, a UUID
 * @param time when it was made
 * @param area the area
 * @param action what was done
 * @param objectType the type of the object
 * @param objectId the object's id
 * @param canonical the canonical bytes of format 1 (JSON by RFC 8785, UTF-8): what will be sealed. The sequence number is
 *     not part of it
 */
public record AuditRecord(
        long sequence,
        String id,
        Instant time,
        String area,
        String action,
        String objectType,
        String objectId,
        String canonical) {}
