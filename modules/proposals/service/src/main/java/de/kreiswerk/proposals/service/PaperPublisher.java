package de.kreiswerk.proposals.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreiswerk.core.api.publication.Snapshot;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the snapshots of a paper, its consultations and its files. */
final class PaperPublisher {

    /** The shape of rows and snapshots that this version writes; a paper of a smaller one is completed when it is published. */
    static final int FORMAT = 7;
    /** Since this one it is known which organization leads. */
    static final int LEAD_KNOWN = 3;
    /** Since this one it is known of each consultation whether it is secret. */
    static final int SECRETS_KNOWN = 2;
    /** Since this one what a text says of it in words only counts as well, in all forms that the importer knows. */
    private static final int WORDS_COUNT = 6;

    private final Snapshots snapshots;
    private final Bodies bodies;
    private final Organizations organizations;
    private final Consultations consultations;
    private final CouncilPublisher council;
    private final MeetingPublisher meetings;
    private final EarlierVersions earlier;

    PaperPublisher(
            Snapshots snapshots,
            Bodies bodies,
            Organizations organizations,
            Consultations consultations,
            CouncilPublisher council,
            MeetingPublisher meetings) {
        this.snapshots = snapshots;
        this.bodies = bodies;
        this.organizations = organizations;
        this.consultations = consultations;
        this.council = council;
        this.meetings = meetings;
        this.earlier = new EarlierVersions(snapshots);
    }

    /** Takes back the earlier versions of a paper that would be read otherwise today, whatever text is sent. Returns their numbers. */
    List<Integer> withdrawMisread(PaperStore store, PaperEntity paper, Readings readings) {
        return earlier.withdrawMisread(store, paper, readings);
    }

    /**
     * What is public of a paper becomes an earlier version of it, as another text is about to take its place; but not where it would
     * be read otherwise today: what was overlooked in it must not stay public.
     */
    void keepEarlier(PaperStore store, PaperEntity paper, Readings readings) {
        if (readings.stands(store.newestVersion(paper))) {
            earlier.keepNewest(store, paper);
        }
    }

    /** Publishes a paper, and the agendas that it is on. */
    void publish(PaperStore store, PaperEntity paper) {
        PublishedPaper published = publishAlone(store, paper);
        meetings.publishAgendas(store, published.items(), published.meetings());
        if (paper.version > 1) {
            // The version before may have named others.
            council.withdrawUnnamed(store.tx());
        }
    }

    /** Publishes a paper; its agendas are published by the caller. */
    PublishedPaper publishAlone(PaperStore store, PaperEntity paper) {
        PublishedPaper published = collect(store, paper);
        published.organizations().stream()
                .sorted((one, other) -> one.id.compareTo(other.id))
                .forEach(organization -> council.ensurePublic(store.tx(), organization, paper.modified));
        Json json = store.json();
        ObjectNode content = PaperContent.of(published, bodies.path(store.tx(), paper.modified), json);
        snapshots.publishInto(content.putArray("consultations"), ConsultationParts.of(published, json));
        publishFiles(published, content.putArray("attachments"), json);
        PaperContent.versions(content, paper.id, store.versions(paper), paper.published, store.superseded(paper));
        snapshots.publish(new Snapshot(
                Paths.paper(paper.id),
                "Paper",
                Paths.paperPage(paper),
                PaperContent.lists(published),
                paper.created,
                content.toString(),
                PaperContent.text(published)));
        return published;
    }

    private PublishedPaper collect(PaperStore store, PaperEntity paper) {
        EntityManager em = store.em();
        PaperDocument document = store.document(paper);
        PaperStore.Written written = written(store, paper, document);
        List<AgendaItemEntity> items = store.isNew(paper) ? List.of() : MeetingPublisher.itemsOf(em, paper.id);
        Set<String> meetingIds = new HashSet<>();
        written.rows().stream().filter(row -> row.meetingId != null).forEach(row -> meetingIds.add(row.meetingId));
        items.forEach(item -> meetingIds.add(item.meetingId));
        Map<String, MeetingEntity> locked = MeetingPublisher.lock(em, meetingIds);
        locked.values().stream()
                .filter(meeting -> MeetingPublisher.isPublic(meeting) && meeting.slug == null)
                .forEach(meeting -> meetings.publish(store, meeting));
        return new PublishedPaper(
                paper, document, written.rows(), written.organizations(), store.files(paper.id), items, locked);
    }

    /** What an import has just written need not be asked for. */
    private PaperStore.Written written(PaperStore store, PaperEntity paper, PaperDocument document) {
        PaperStore.Written written = store.written(paper);
        if (written != null) {
            return written;
        }
        EntityManager em = store.em();
        if (paper.snapshotFormat < FORMAT) {
            complete(store, paper, document);
        }
        List<ConsultationEntity> rows = consultations.of(em, paper.id);
        return new PaperStore.Written(rows, Organizations.of(em, paper, rows));
    }

    /** Each version wrote more than the one before; what a version did write is not found anew by names, which may have changed. */
    private void complete(PaperStore store, PaperEntity paper, PaperDocument document) {
        EntityManager em = store.em();
        if (paper.snapshotFormat < WORDS_COUNT) {
            consultations.complete(em, paper, document, organizations.named(em, document, paper.modified));
        }
        if (paper.snapshotFormat < LEAD_KNOWN) {
            String published = snapshots.reference(Paths.paper(paper.id), PaperContent.LEAD, store.json());
            paper.underDirectionId = published == null
                    ? organizations.lead(em, document, paper.modified)
                    : published.substring(Paths.organization("").length());
        }
        earlier.renew(store, paper);
        paper.snapshotFormat = FORMAT;
        em.flush();
    }

    private void publishFiles(PublishedPaper published, ArrayNode attachments, Json json) {
        Set<AttachedFileEntity> left = new LinkedHashSet<>(published.files().all());
        for (NamedAttachment named : published.document().attachments()) {
            if (PaperContent.isPublic(named)) {
                ObjectNode attachment = json.tree(named);
                attachments.add(attachment);
                AttachedFileEntity file = published.files().publicOf(named);
                if (file != null) {
                    left.remove(file);
                    attachment.set("file", snapshots.publish(PaperContent.file(published.paper(), named, file, json)));
                }
            }
        }
        // The newest text does not name them any more, by another name, or does not say of what was secret that it is
        // public.
        left.forEach(file -> withdrawFile(file.id));
    }

    /** Publishes the agendas that a paper is on which is not public itself: its text says which of their items are. */
    void publishAgendas(PaperStore store, PaperEntity paper) {
        List<AgendaItemEntity> items = MeetingPublisher.itemsOf(store.em(), paper.id);
        meetings.publishAgendas(store, items, lock(store, items));
    }

    private static Map<String, MeetingEntity> lock(PaperStore store, List<AgendaItemEntity> items) {
        return MeetingPublisher.lock(
                store.em(), items.stream().map(item -> item.meetingId).toList());
    }

    /** Takes a paper back, and off the agendas that it is on. */
    void withdraw(PaperStore store, PaperEntity paper) {
        EntityManager em = store.em();
        em.flush();
        List<AgendaItemEntity> items = MeetingPublisher.itemsOf(em, paper.id);
        Map<String, MeetingEntity> locked = lock(store, items);
        snapshots.withdraw(Paths.paper(paper.id));
        earlier.withdraw(store, paper);
        consultations.of(em, paper.id).forEach(row -> withdrawConsultation(Consultations.id(row)));
        store.files(paper.id).all().forEach(file -> withdrawFile(file.id));
        meetings.publishAgendas(store, items, locked);
        council.withdrawUnnamed(store.tx());
    }

    void withdrawConsultation(String id) {
        snapshots.withdraw(Paths.consultation(id));
    }

    void withdrawFile(String fileId) {
        snapshots.withdraw(Paths.file(fileId));
    }
}
