package de.kreiswerk.proposals.rest;

import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Response;

/** What requests that read or change one thing answer. */
final class Answers {

    private Answers() {}

    /** The thing, with its revision as entity tag. */
    static Response of(Object body, long revision) {
        return Response.ok(body).tag(new EntityTag(String.valueOf(revision))).build();
    }
}
