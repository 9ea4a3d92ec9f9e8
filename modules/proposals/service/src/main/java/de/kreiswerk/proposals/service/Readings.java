package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperImporter;

/** What the importer makes today of texts that are here already: one that was mended may find secret what went unnoticed before. */
final class Readings {

    private final PaperImporter importer;
    private final Json json;

    Readings(PaperImporter importer, Json json) {
        this.importer = importer;
        this.json = json;
    }

    /** Compared as both are stored. */
    boolean isSame(PaperDocument stored, PaperDocument read) {
        return stored.equals(json.document(json.write(read)));
    }

    /** Whether a version's text is still read as it is stored. */
    boolean stands(PaperStore store, PaperVersionEntity version) {
        try {
            return isSame(
                    store.content(version).document(),
                    importer.read(version.source).document());
        } catch (ProblemException e) {
            // Today it would not be taken in at all.
            return false;
        }
    }
}
