package de.kreiswerk.proposals.importer.rules.attachments;

import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.proposals.importer.words.VisibilityWording;

/**
 * What a label says about the attachments below it.
 *
 * @param visibility null when it says nothing
 * @param usual whether it says so in as many words
 */
record Label(Visibility visibility, boolean usual) {

    static final Label NONE = new Label(null, true);

    static Label of(String words) {
        return new Label(VisibilityWording.ofAttachments(words).orElse(null), true);
    }
}
