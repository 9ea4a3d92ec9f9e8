package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.persistence.BlobStore.Received;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import de.kreiswerk.proposals.api.PaperImporter.ImportedText;
import de.kreiswerk.proposals.api.Visibility;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes papers, their versions and what hangs on them. */
final class PaperWriter {

    private final Ids ids = new Ids();
    private final Organizations organizations;
    private final Consultations consultations;
    private final FileBytes bytes;

    PaperWriter(Organizations organizations, Consultations consultations, FileBytes bytes) {
        this.organizations = organizations;
        this.consultations = consultations;
        this.bytes = bytes;
    }

    /** A new paper, which is published from its beginning when that is wanted and its text says that it is public. */
    PaperEntity create(
            PaperStore store, ImportedText imported, String text, String sha256, boolean publish, Instant now) {
        PaperEntity paper = new PaperEntity();
        paper.id = ids.next(now.toEpochMilli());
        paper.revision = 1;
        paper.created = now;
        paper.modified = now;
        paper.published = now;
        paper.reference = imported.document().reference();
        paper.referenceYear = References.year(paper.reference);
        paper.slug = freeSlug(store, paper);
        copyHead(imported.document(), paper);
        paper.state = publish && paper.visibility == Visibility.PUBLIC ? Paper.State.PUBLISHED : Paper.State.DRAFT;
        paper.version = 1;
        store.persist(paper);
        persistSlug(store, paper);
        persistVersion(store, paper, imported, text, sha256, now, List.of());
        replaceConsultations(store, paper, imported.document(), now);
        store.em().flush();
        return paper;
    }

    /** What a new version changed: names of fields, ids of consultations that are no more, and of files that it does not show any more. */
    record Changed(List<String> fields, List<String> removedConsultations, List<String> leftFiles) {}

    Changed addVersion(
            PaperStore store, PaperEntity paper, ImportedText imported, String text, String sha256, Instant now) {
        PaperDocument before = store.document(paper);
        List<String> changes = differences(before, imported.document());
        List<String> left = new CarriedFiles(store, paper.id, before, imported.document()).carry();
        copyHead(imported.document(), paper);
        paper.version++;
        persistVersion(store, paper, imported, text, sha256, now, changes);
        List<String> removed = replaceConsultations(store, paper, imported.document(), now);
        store.em().flush();
        return new Changed(changes, removed, left);
    }

    void renumber(PaperStore store, PaperEntity paper, String reference) {
        paper.reference = reference;
        paper.referenceYear = References.year(reference);
        paper.slug = freeSlug(store, paper);
        keepSlug(store, paper);
        store.em().flush();
    }

    /** Returns the id of the file that it replaces, or null. */
    String attach(
            PaperStore store,
            PaperEntity paper,
            NamedAttachment named,
            String fileName,
            String mediaType,
            Received received) {
        AttachedFileEntity before = makeRoom(store, store.files(paper.id), named);
        AttachedFileEntity file = new AttachedFileEntity();
        file.id = ids.next(paper.modified.toEpochMilli());
        file.paperId = paper.id;
        file.number = named.number();
        file.fileName = fileName;
        file.mediaType = mediaType;
        file.size = received.blob().size();
        file.sha256 = received.blob().sha256();
        file.created = paper.modified;
        file.attachmentName = named.name();
        file.attachmentVisibility = named.visibility();
        store.em().persist(file);
        store.em().flush();
        bytes.keep(file, received);
        if (before != null && !store.em().contains(before)) {
            bytes.release(before);
        }
        store.filesChange(paper.id);
        return before == null ? null : before.id;
    }

    /** Returns what stood at the number. Only what is replaced is lost: bytes of another name are put aside. */
    private static AttachedFileEntity makeRoom(PaperStore store, AttachedFiles files, NamedAttachment named) {
        AttachedFileEntity before = files.at(named.number());
        if (before == null) {
            return null;
        }
        if (files.of(named) == before) {
            store.em().remove(before);
        } else {
            before.number = files.aside();
        }
        store.em().flush();
        return before;
    }

    private static void copyHead(PaperDocument document, PaperEntity paper) {
        paper.name = document.name();
        paper.paperType = document.paperType();
        paper.underDirectionOf = document.underDirectionOf();
        paper.visibility = document.visibility();
    }

    private static void persistVersion(
            PaperStore store,
            PaperEntity paper,
            ImportedText imported,
            String text,
            String sha256,
            Instant now,
            List<String> changes) {
        PaperVersionEntity version = new PaperVersionEntity();
        version.paperId = paper.id;
        version.number = paper.version;
        version.created = now;
        version.sha256 = sha256;
        version.source = text;
        version.document = store.json().write(imported.document());
        version.findings = store.json().write(imported.findings());
        version.changes = String.join(",", changes);
        store.persist(version, imported);
    }

    /** Returns the ids of consultations that the text does not have any more. */
    private List<String> replaceConsultations(
            PaperStore store, PaperEntity paper, PaperDocument document, Instant now) {
        Map<String, OrganizationEntity> named = organizations.named(store.em(), document, now);
        Consultations.Rows rows = consultations.replace(store.em(), paper, document, named, now);
        paper.underDirectionId = Organizations.lead(document, named);
        store.wrote(paper, new PaperStore.Written(rows.present(), named.values()));
        paper.snapshotFormat = PaperPublisher.FORMAT;
        return rows.removed();
    }

    /** The slug of the reference, or with a number behind it when another paper had that address at any time. */
    private static String freeSlug(PaperStore store, PaperEntity paper) {
        String wanted = References.slug(paper.reference);
        String slug = wanted;
        for (int i = 2; takenByAnother(store, paper, slug); i++) {
            slug = wanted + "-" + i;
        }
        return slug;
    }

    private static boolean takenByAnother(PaperStore store, PaperEntity paper, String slug) {
        PaperSlugEntity known = store.em().find(PaperSlugEntity.class, slug);
        return known != null && !known.paperId.equals(paper.id);
    }

    private static void keepSlug(PaperStore store, PaperEntity paper) {
        if (store.em().find(PaperSlugEntity.class, paper.slug) == null) {
            persistSlug(store, paper);
        }
    }

    private static void persistSlug(PaperStore store, PaperEntity paper) {
        PaperSlugEntity slug = new PaperSlugEntity();
        slug.slug = paper.slug;
        slug.paperId = paper.id;
        store.em().persist(slug);
    }

    /** Names of the fields in which two documents differ, as the API names them. */
    static List<String> differences(PaperDocument before, PaperDocument after) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : PaperDocument.class.getRecordComponents()) {
            try {
                if (!Objects.equals(
                        component.getAccessor().invoke(before),
                        component.getAccessor().invoke(after))) {
                    names.add(component.getName());
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A record's accessor cannot be called", e);
            }
        }
        return names;
    }
}
