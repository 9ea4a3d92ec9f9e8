package de.kreiswerk.proposals.importer.rules.attachments;

import java.util.Optional;

/** One way to write down an attachment in a line. */
interface AttachmentLayout {

    /** The attachment that a line names in this layout. */
    Optional<Entry> read(String line);
}
