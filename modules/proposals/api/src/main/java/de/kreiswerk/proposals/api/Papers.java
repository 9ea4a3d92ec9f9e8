package de.kreiswerk.proposals.api;

import de.kreiswerk.core.api.identity.Caller;
import java.io.InputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Changes proposals. Each method is one transaction with its record in the trail, and joins one that is there. {@code
 * expectedRevision} is the {@link Paper#revision} that the caller has seen; null changes whatever is there.
 */
@ProviderType
public interface Papers {

    /** How many characters a text may have: 10 Mi. */
    int MAX_TEXT_LENGTH = 10 * 1024 * 1024;

    /** An {@code expectedRevision} of an import that is to change a paper, whatever its revision, and not to make one. */
    long ANY_REVISION = -1;

    /** How many bytes an attachment may have: 100 MiB. */
    long MAX_ATTACHMENT_BYTES = 100L * 1024 * 1024;

    /**
     * Reads a text that is to be taken in. That takes longer than writing it: whoever imports in a transaction of their own reads before
     * it begins.
     *
     * @param text the text, at most {@link #MAX_TEXT_LENGTH} characters
     * @return the text with what it says
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind UNPROCESSABLE with the lines that are wrong
     */
    ReadText read(String text);

    /**
     * Takes a text in: a new paper, a new version of the paper with that reference, or nothing when it is the text that is
     * there already and says the same; a mended importer may read more in it. A version of a published paper is published with it.
     *
     * @param caller needs {@link ProposalsPermissions#IMPORT}, to publish or change a published paper also {@link
     *     ProposalsPermissions#PUBLISH}; where the text names another lead, in both departments
     * @param text the text, at most {@link #MAX_TEXT_LENGTH} characters
     * @param publish whether to publish it, when it says that it is public
     * @return what came of it
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind UNPROCESSABLE with the lines that are wrong
     */
    ImportResult importText(Caller caller, String text, boolean publish);

    /**
     * Takes a text in that was read before.
     *
     * @param caller needs {@link ProposalsPermissions#IMPORT}, to publish or change a published paper also {@link
     *     ProposalsPermissions#PUBLISH}; where the text names another lead, in both departments
     * @param text what {@link #read} gave
     * @param publish whether to publish it, when it says that it is public
     * @return what came of it
     */
    default ImportResult importText(Caller caller, ReadText text, boolean publish) {
        return importText(caller, text, publish, null);
    }

    /**
     * Takes a text in that was read before, while the paper with its reference is as the caller has seen it.
     *
     * @param caller as for {@link #importText(Caller, ReadText, boolean)}
     * @param text what {@link #read} gave
     * @param publish whether to publish it, when it says that it is public
     * @param expectedRevision may be null; {@link #ANY_REVISION} for any
     * @return what came of it
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind PRECONDITION_FAILED when the paper has another revision, or
     *     one is expected and there is no paper of that reference
     */
    ImportResult importText(Caller caller, ReadText text, boolean publish, Long expectedRevision);

    /**
     * Publishes a paper.
     *
     * @param caller needs {@link ProposalsPermissions#PUBLISH}
     * @param id the paper's id
     * @param expectedRevision may be null
     * @return the paper after it
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind CONFLICT when the paper says that it is not public or
     *     does not say that it is; NOT_FOUND; PRECONDITION_FAILED
     */
    Paper publish(Caller caller, String id, Long expectedRevision);

    /**
     * Takes a published paper back.
     *
     * @param caller needs {@link ProposalsPermissions#PUBLISH}
     * @param id the paper's id
     * @param expectedRevision may be null
     * @return the paper after it
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind CONFLICT when it is not published; NOT_FOUND;
     *     PRECONDITION_FAILED
     */
    Paper withdraw(Caller caller, String id, Long expectedRevision);

    /**
     * Puts the bytes to an attachment that the paper names, or replaces them.
     *
     * @param caller needs {@link ProposalsPermissions#IMPORT}, of a published paper also {@link ProposalsPermissions#PUBLISH}
     * @param id the paper's id
     * @param number the attachment's number
     * @param fileName the file's name, at most 255 characters, without path
     * @param mediaType the media type
     * @param bytes at most {@link #MAX_ATTACHMENT_BYTES}; read, not closed
     * @param expectedRevision may be null
     * @return the paper after it
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind NOT_FOUND when the paper names no such attachment;
     *     TOO_LARGE; UNPROCESSABLE when there are no bytes; PRECONDITION_FAILED
     */
    Paper attach(
            Caller caller,
            String id,
            int number,
            String fileName,
            String mediaType,
            InputStream bytes,
            Long expectedRevision);

    /**
     * Gives a paper another Vorlagennummer. Its page gets a new address; the old one goes on leading to it.
     *
     * @param caller needs {@link ProposalsPermissions#IMPORT}, of a published paper also {@link ProposalsPermissions#PUBLISH}
     * @param id the paper's id
     * @param reference the new Vorlagennummer
     * @param expectedRevision may be null
     * @return the paper after it
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind CONFLICT when another paper has it; UNPROCESSABLE when
     *     it is none; NOT_FOUND; PRECONDITION_FAILED
     */
    Paper renumber(Caller caller, String id, String reference, Long expectedRevision);

    /**
     * A text that was read and is not taken in yet.
     *
     * @param text the text
     * @param imported what it says
     */
    record ReadText(String text, PaperImporter.ImportedText imported) {}

    /**
     * What came of an import.
     *
     * @param outcome what happened
     * @param paper the paper after it
     * @param changes names of the fields that the new version changed; empty for a new paper
     */
    record ImportResult(Outcome outcome, Paper paper, List<String> changes) {

        /** Copies the list. */
        public ImportResult {
            changes = List.copyOf(changes);
        }

        /** What an import did. */
        public enum Outcome {
            /** There was no paper of that reference. */
            CREATED,
            /** The paper got a new version. */
            CHANGED,
            /** The text was there already, and is read as it was. */
            UNCHANGED
        }
    }
}
