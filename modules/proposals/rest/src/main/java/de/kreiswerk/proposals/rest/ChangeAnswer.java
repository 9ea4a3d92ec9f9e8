package de.kreiswerk.proposals.rest;

import de.kreiswerk.proposals.api.Paper;

/**
 * What a change answers to whoever may change a paper but not read it.
 *
 * @param id the paper's id
 * @param reference its Vorlagennummer
 * @param slug the end of its page's address
 * @param version the newest version
 * @param revision counts changes of the paper
 * @param published whether the public sees it now
 * @param url the address of its page, which answers once it is published
 */
record ChangeAnswer(
        String id, String reference, String slug, int version, long revision, boolean published, String url) {

    static ChangeAnswer of(Paper paper, String baseUrl) {
        return new ChangeAnswer(
                paper.id(),
                paper.reference(),
                paper.slug(),
                paper.version(),
                paper.revision(),
                paper.state() == Paper.State.PUBLISHED,
                Answers.page(paper, baseUrl));
    }
}
