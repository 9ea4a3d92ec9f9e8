package de.kreiswerk.core.web.cache;

/**
 * Which answer: what was asked for, in which language.
 *
 * @param address path as it was written
 * @param query as it was written, null when there is none
 * @param language of the reader
 */
record AnswerKey(String address, String query, String language) {

    int length() {
        return address.length() + (query == null ? 0 : query.length());
    }
}
