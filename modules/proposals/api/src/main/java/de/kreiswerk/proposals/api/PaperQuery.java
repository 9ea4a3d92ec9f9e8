package de.kreiswerk.proposals.api;

/**
 * Which proposals to list. What is null does not restrict.
 *
 * @param year the year in the reference, such as 2026
 * @param type the Vorlageart, compared without case
 * @param organization a committee of the Beratungsfolge, compared without case
 * @param text words that must occur in title, reference or text, compared without case; at most 200 characters
 * @param after the id of the last paper already read, null to start
 * @param limit how many at most, 1 to 1,001: a page of 1,000 and one that tells whether there is another
 */
public record PaperQuery(Integer year, String type, String organization, String text, String after, int limit) {}
