package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperImporter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the importer makes today of texts that are here already: one that was mended may find secret what went unnoticed before. */
final class Readings {

    /** Far more than are being imported at a time; what is not kept is read once more. */
    private static final int MOST_KEPT = 1_000;

    private final Transactions transactions;
    private final PaperImporter importer;
    private final Json json;
    /** A version never changes. It is read anew for each import of its paper, as the importer may have changed. */
    private final Map<PaperVersionEntity.Key, Boolean> prepared = Collections.synchronizedMap(new LastKept());

    Readings(Transactions transactions, PaperImporter importer, Json json) {
        this.transactions = transactions;
        this.importer = importer;
        this.json = json;
    }

    /** Compared as both are stored. */
    boolean isSame(PaperDocument stored, PaperDocument read) {
        return stored.equals(json.document(json.write(read)));
    }

    /**
     * Reads the texts that an import of another one, or of the same, will ask for: before its transaction, in which others wait. What
     * comes in between is read there.
     */
    void prepare(String reference, String sha256) {
        for (PaperVersionEntity.Key key : transactions.call(tx -> publicVersions(tx, reference, sha256))) {
            PaperVersionEntity version =
                    transactions.call(tx -> tx.em(PaperVersionEntity.class).find(PaperVersionEntity.class, key));
            prepared.put(key, read(version));
        }
    }

    /** Whether a version's text is still read as it is stored. */
    boolean stands(PaperVersionEntity version) {
        Boolean known = prepared.get(new PaperVersionEntity.Key(version.paperId, version.number));
        return known == null ? read(version) : known;
    }

    private boolean read(PaperVersionEntity version) {
        try {
            return isSame(
                    json.document(version.document),
                    importer.read(version.source).document());
        } catch (ProblemException e) {
            // Today it would not be taken in at all.
            return false;
        }
    }

    private List<PaperVersionEntity.Key> publicVersions(Transaction tx, String reference, String sha256) {
        PaperStore store = new PaperStore(tx, json);
        return store.findByReference(reference)
                .filter(paper -> paper.state == Paper.State.PUBLISHED)
                .map(paper -> publicVersions(store, paper, sha256))
                .orElse(List.of());
    }

    private static List<PaperVersionEntity.Key> publicVersions(PaperStore store, PaperEntity paper, String sha256) {
        List<Integer> numbers = new ArrayList<>(store.superseded(paper));
        if (!store.newestVersion(paper).sha256.equals(sha256)) {
            numbers.add(paper.version);
        }
        return numbers.stream()
                .map(number -> new PaperVersionEntity.Key(paper.id, number))
                .toList();
    }

    private static final class LastKept extends LinkedHashMap<PaperVersionEntity.Key, Boolean> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PaperVersionEntity.Key, Boolean> eldest) {
            return size() > MOST_KEPT;
        }
    }
}
