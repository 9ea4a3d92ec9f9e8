package de.kreiswerk.proposals.rest;

import de.kreiswerk.proposals.api.Paper;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Response;

/** What requests that read or change one thing answer. */
final class Answers {

    private Answers() {}

    /** Where the page of a paper is, which answers once it is published. */
    static String page(Paper paper, String baseUrl) {
        return baseUrl + "/vorlagen/" + paper.slug();
    }

    /** The thing, with its revision as entity tag. */
    static Response of(Object body, long revision) {
        return Response.ok(body).tag(new EntityTag(String.valueOf(revision))).build();
    }
}
