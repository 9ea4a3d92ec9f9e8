package de.kreiswerk.proposals.importer.rules.attachments;

import de.kreiswerk.proposals.api.Visibility;
import de.kreiswerk.proposals.importer.words.VisibilityWording;

/**
 * What a label says about the attachments below it.
 *
 * @param visibility null when it says nothing
 * @param usual whether it says so in as many words
 * @param ofRow whether it may be no label, but say this of the attachment above it only
 */
record Label(Visibility visibility, boolean usual, boolean ofRow) {

    static final Label NONE = new Label(null, true);

    Label(Visibility visibility, boolean usual) {
        this(visibility, usual, false);
    }

    /** Whether it keeps back without being written as a label for sure. */
    boolean isDoubtful() {
        return visibility == Visibility.NON_PUBLIC && ofRow;
    }

    /** As {@link #of}, where the words are known to be a label. */
    static Label ofSection(String words) {
        boolean secret = VisibilityWording.labelsSecretAttachments(words);
        return secret ? new Label(Visibility.NON_PUBLIC, false) : of(words);
    }

    static Label of(String words) {
        return new Label(VisibilityWording.ofAttachments(words).orElse(null), true);
    }
}
