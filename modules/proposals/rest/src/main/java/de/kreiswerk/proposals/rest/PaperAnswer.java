package de.kreiswerk.proposals.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.kreiswerk.proposals.api.Paper;

/**
 * What whoever may read a paper gets.
 *
 * @param paper the paper, whose members are those of the answer
 * @param url the address of its page, which answers once it is published
 */
record PaperAnswer(@JsonUnwrapped Paper paper, String url) {

    static PaperAnswer of(Paper paper, String baseUrl) {
        return new PaperAnswer(paper, Answers.page(paper, baseUrl));
    }
}
