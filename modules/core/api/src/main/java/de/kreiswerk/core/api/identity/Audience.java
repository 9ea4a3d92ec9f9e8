package de.kreiswerk.core.api.identity;

/** Whom something is for. What is for one of the last two is for nobody of the other merely because of that. */
public enum Audience {
    /** Everybody, without signing in. */
    PUBLIC,
    /** The members of the council and its committees, each for where they have a seat; see {@link Caller#seats()}. */
    COUNCIL,
    /** Those who work in the county's departments, and its machines. */
    ADMINISTRATION
}
