package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.ProposalsPermissions;

/**
 * What is public is changed only by those who may publish: else the right to take texts in would be one to publish them. Asked behind
 * the lock of the paper's row, as somebody may publish it until then.
 */
final class PublishRight {

    private PublishRight() {}

    /** Of a new text, which may put the paper under another lead: it leaves one department's hands for another's. */
    static void require(Caller caller, PaperEntity paper, PaperDocument next, boolean publish) {
        // First what no other request would change: as a draft nobody takes in what is public.
        requireOfPublic(caller, paper, paper.underDirectionOf);
        if (publish && !mayPublish(caller, paper.underDirectionOf)) {
            throw Refusals.publishRightMissing(paper.reference, paper.underDirectionOf);
        }
        requireOfPublic(caller, paper, next.underDirectionOf());
    }

    /** Of a change that leaves the paper under its lead. */
    static void require(Caller caller, PaperEntity paper) {
        requireOfPublic(caller, paper, paper.underDirectionOf);
    }

    private static void requireOfPublic(Caller caller, PaperEntity paper, String lead) {
        if (paper.state == Paper.State.PUBLISHED && !mayPublish(caller, lead)) {
            throw Refusals.changeIsPublic(paper.reference, lead);
        }
    }

    private static boolean mayPublish(Caller caller, String lead) {
        return caller.may(ProposalsPermissions.PUBLISH, Departments.of(lead));
    }
}
