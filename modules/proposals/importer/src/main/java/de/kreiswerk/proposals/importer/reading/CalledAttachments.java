package de.kreiswerk.proposals.importer.reading;

import java.util.List;

/**
 * Attachments that count as non-public because running text calls them so.
 *
 * @param numbers their numbers in the list
 * @param sentence the sentence
 */
public record CalledAttachments(List<Integer> numbers, String sentence) {}
