package de.kreiswerk.proposals.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreiswerk.core.api.publication.Snapshot;
import de.kreiswerk.proposals.api.PaperDocument;
import java.util.List;
import java.util.Map;

/**
 * Versions of a paper that were public until a newer one took their place: what the public sees of their texts. Attachments are not
 * among it, nor what became of the consultations: the newest version has the say on them.
 */
final class EarlierVersions {

    private final Snapshots snapshots;

    EarlierVersions(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Keeps the newest version of a public paper, which another public one is about to replace. */
    void keepNewest(PaperStore store, PaperEntity paper) {
        store.newestVersion(paper).superseded = true;
        publish(store, paper, paper.version);
    }

    /** Publishes those that are kept as this version of the bundle writes them. */
    void renew(PaperStore store, PaperEntity paper) {
        store.superseded(paper).forEach(number -> publish(store, paper, number));
    }

    /** What is taken back stays gone, also when the paper becomes public again. */
    void withdraw(PaperStore store, PaperEntity paper) {
        store.superseded(paper).forEach(number -> withdraw(store, paper, number));
    }

    /** Those that the importer would read otherwise today go as if they were taken back. Returns their numbers. */
    List<Integer> withdrawMisread(PaperStore store, PaperEntity paper, Readings readings) {
        List<Integer> misread = store.superseded(paper).stream()
                .filter(number -> !readings.stands(store.version(paper, number)))
                .toList();
        misread.forEach(number -> withdraw(store, paper, number));
        return misread;
    }

    private void withdraw(PaperStore store, PaperEntity paper, int number) {
        store.version(paper, number).superseded = false;
        snapshots.withdraw(Paths.paperVersion(paper.id, number));
    }

    private void publish(PaperStore store, PaperEntity paper, int number) {
        PaperVersionEntity version = store.version(paper, number);
        ObjectNode content = content(paper, version, store.content(version).document(), store.json());
        snapshots.publish(new Snapshot(
                Paths.paperVersion(paper.id, number),
                "PaperVersion",
                null,
                Map.of(),
                version.created,
                content.toString(),
                null));
    }

    private static ObjectNode content(
            PaperEntity paper, PaperVersionEntity version, PaperDocument document, Json json) {
        ObjectNode content = json.object();
        content.put("paper", Paths.paper(paper.id));
        content.put("number", version.number);
        content.put("created", version.created.toString());
        content.put("reference", document.reference());
        PaperContent.putSaid(content, document, json);
        PaperContent.putTables(content, document, json);
        ArrayNode rows = content.putArray("consultations");
        document.consultations().forEach(planned -> rows.add(ConsultationParts.planned(planned, json)));
        return content;
    }
}
