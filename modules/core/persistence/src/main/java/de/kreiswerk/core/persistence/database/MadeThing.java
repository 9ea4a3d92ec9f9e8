package de.kreiswerk.core.persistence.database;

/**
 * Something that a script makes in the database.
 *
 * @param kind what it is
 * @param name in lower case
 */
record MadeThing(Kind kind, String name) {

    /** What scripts make. Indexes and constraints go with their table. */
    enum Kind {
        TABLE,
        VIEW,
        SEQUENCE
    }

    /** The table in which Flyway keeps a history. */
    static MadeThing history(String history) {
        return new MadeThing(Kind.TABLE, Migrations.HISTORY + history);
    }

    boolean isHistory() {
        return kind == Kind.TABLE && name.startsWith(Migrations.HISTORY);
    }
}
