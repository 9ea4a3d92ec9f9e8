package de.kreiswerk.deployment.archive.sql;

/**
 * A part of SQL.
 *
 * @param kind what it is
 * @param text words in lower case, quoted names with their quotes, nothing of literals
 */
record Token(Kind kind, String text) {

    /** What a part is. */
    enum Kind {
        /** Maybe one with a meaning of its own, maybe a name. */
        WORD,
        /** A name only: it is quoted, or comes behind a dot. */
        NAME,
        LITERAL,
        SYMBOL,
        /** What H2, PostgreSQL and Flyway do not read in one way: what comes behind it may be something else than it seems. */
        ODD
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(word);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.NAME;
    }
}
