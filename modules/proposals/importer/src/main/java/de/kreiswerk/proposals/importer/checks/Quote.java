package de.kreiswerk.proposals.importer.checks;

/** Words of a text in a message: not more than a reader needs to find them. */
final class Quote {

    private static final int MAX = 80;

    private Quote() {}

    static String of(String words) {
        String oneLine = words.replace('\n', ' ').replace('\t', ' ');
        if (oneLine.length() <= MAX) {
            return oneLine;
        }
        int end = Character.isHighSurrogate(oneLine.charAt(MAX - 1)) ? MAX - 1 : MAX;
        return oneLine.substring(0, end) + " …";
    }
}
