package de.kreiswerk.proposals.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Makes a structure of the text of a proposal. Has no state and touches nothing. */
@ProviderType
public interface PaperImporter {

    /**
     * Reads a text.
     *
     * @param text the text, at most 10 Mi characters, lines ended by LF, CR LF or CR
     * @return what it says, and what its author should look at
     * @throws de.kreiswerk.core.api.problem.ProblemException of kind MALFORMED when there is no text, TOO_LARGE when
     *     there is too much, UNPROCESSABLE when it cannot be a single proposal: no reference, two references, HTML,
     *     binary, more of something than the limits allow. Its places name the lines
     */
    ImportedText read(String text);

    /**
     * What a text says.
     *
     * @param document the structure
     * @param findings what to look at, in the order of their lines
     */
    record ImportedText(PaperDocument document, List<Finding> findings) {

        /** Copies the findings. */
        public ImportedText {
            findings = List.copyOf(findings);
        }
    }
}
