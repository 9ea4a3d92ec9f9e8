package de.kreiswerk.proposals.api;

import java.time.Instant;
import java.util.List;

/**
 * A proposal as the administration keeps it.
 *
 * @param id its lasting random id
 * @param reference the Vorlagennummer of today
 * @param slug the last part of its page's address, unique, such as {@code 2026-127}
 * @param state where it stands
 * @param revision counts every change of the paper, from 1; what If-Match compares
 * @param version the newest version of its text, from 1
 * @param created when it came in
 * @param modified when it last changed
 * @param document what the newest version says
 * @param findings what its author should look at
 * @param attachments the attachments, with their bytes where these are there
 * @param versions all versions, oldest first
 */
public record Paper(
        String id,
        String reference,
        String slug,
        State state,
        long revision,
        int version,
        Instant created,
        Instant modified,
        PaperDocument document,
        List<Finding> findings,
        List<Attachment> attachments,
        List<Version> versions) {

    /** Copies the lists. */
    public Paper {
        findings = List.copyOf(findings);
        attachments = List.copyOf(attachments);
        versions = List.copyOf(versions);
    }

    /** Where a paper stands between the desk and the public. */
    public enum State {
        /** Seen by the administration only. */
        DRAFT,
        /** Public. */
        PUBLISHED,
        /** Was public and was taken back. */
        WITHDRAWN
    }

    /**
     * An attachment.
     *
     * @param number its number, from 1
     * @param name its name
     * @param visibility as stated, null when not
     * @param file its bytes, null while they are missing
     */
    public record Attachment(int number, String name, Visibility visibility, StoredFile file) {}

    /**
     * The bytes of an attachment.
     *
     * @param id their lasting random id
     * @param fileName the file's name
     * @param mediaType the media type
     * @param size in bytes
     * @param sha256 64 hexadecimal digits
     * @param created when they came in
     */
    public record StoredFile(String id, String fileName, String mediaType, long size, String sha256, Instant created) {}

    /**
     * A version of the text.
     *
     * @param number from 1
     * @param created when it came in
     * @param sha256 of the source text in UTF-8
     * @param changes names of the fields that differ from the version before, empty for the first
     */
    public record Version(int number, Instant created, String sha256, List<String> changes) {

        /** Copies the list. */
        public Version {
            changes = List.copyOf(changes);
        }
    }
}
