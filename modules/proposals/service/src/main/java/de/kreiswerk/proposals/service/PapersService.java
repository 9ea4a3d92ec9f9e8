package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.BlobStore;
import de.kreiswerk.core.api.persistence.BlobStore.Received;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperDocument.NamedAttachment;
import de.kreiswerk.proposals.api.PaperImporter;
import de.kreiswerk.proposals.api.PaperImporter.ImportedText;
import de.kreiswerk.proposals.api.Papers;
import de.kreiswerk.proposals.api.Papers.ImportResult.Outcome;
import de.kreiswerk.proposals.api.ProposalsPermissions;
import de.kreiswerk.proposals.api.Visibility;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes papers: one method, one transaction, one record in the trail. Without a trail there is no such service. */
@Component
public final class PapersService implements Papers {

    private static final Logger LOG = LoggerFactory.getLogger(PapersService.class);
    private static final int MAX_FILE_NAME = 255;
    private static final int MAX_MEDIA_TYPE = 200;

    private final Json json = new Json();
    private final Transactions transactions;
    private final AuditTrail trail;
    private final PaperImporter importer;
    private final Readings readings;
    private final FileBytes fileBytes;
    private final PaperWriter writer;
    private final PaperPublisher publisher;
    private final Clock clock;

    @Activate
    public PapersService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.proposals.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference Publication publication,
            @Reference BlobStore blobs,
            @Reference PaperImporter importer) {
        this(transactions, trail, publication, blobs, importer, Clock.systemUTC());
    }

    PapersService(
            Transactions transactions,
            AuditTrail trail,
            Publication publication,
            BlobStore blobs,
            PaperImporter importer,
            Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.importer = importer;
        this.readings = new Readings(transactions, importer, json);
        Publishers publishers = new Publishers(publication, json);
        this.publisher = publishers.papers();
        this.fileBytes = new FileBytes(blobs);
        this.writer = new PaperWriter(publishers.organizations(), publishers.consultations(), fileBytes);
        this.clock = clock;
    }

    @Override
    public ReadText read(String text) {
        if (text.length() > MAX_TEXT_LENGTH) {
            throw Refusals.textTooLong();
        }
        ImportedText imported = importer.read(text);
        readings.prepare(imported.document().reference(), sha256(text));
        return new ReadText(text, imported);
    }

    @Override
    public ImportResult importText(Caller caller, String text, boolean publish) {
        // Outside of the transaction: reading a large text takes longer than writing it.
        return importText(caller, read(text), publish, null);
    }

    @Override
    public ImportResult importText(Caller caller, ReadText text, boolean publish, Long expectedRevision) {
        String department = Departments.of(text.imported().document().underDirectionOf());
        caller.require(ProposalsPermissions.IMPORT, department);
        if (publish) {
            caller.require(ProposalsPermissions.PUBLISH, department);
        }
        ImportResult result = transactions.call(tx -> importText(tx, caller, text, publish, expectedRevision));
        LOG.info(
                "Paper {} version {} {}{}",
                result.paper().reference(),
                result.paper().version(),
                result.outcome().name().toLowerCase(java.util.Locale.ROOT),
                result.paper().state() == Paper.State.PUBLISHED ? ", published" : "");
        return result;
    }

    private ImportResult importText(
            Transaction tx, Caller caller, ReadText read, boolean publish, Long expectedRevision) {
        PaperStore store = new PaperStore(tx, json);
        Instant now = now();
        String text = read.text();
        ImportedText imported = read.imported();
        String sha256 = sha256(text);
        PaperEntity paper =
                store.lockByReference(imported.document().reference()).orElse(null);
        if (paper == null) {
            if (expectedRevision != null) {
                throw Refusals.nothingToChange(imported.document().reference());
            }
            PaperEntity created = writer.create(store, imported, text, sha256, publish, now);
            settlePublication(store, created, publish, now);
            record(caller, "paper.imported", created, sha256);
            return new ImportResult(Outcome.CREATED, store.paper(created), List.of());
        }
        caller.require(ProposalsPermissions.IMPORT, Departments.of(paper.underDirectionOf));
        if (expectedRevision != null && expectedRevision != ANY_REVISION) {
            mustBe(expectedRevision, paper);
        }
        PaperVersionEntity newest = store.newestVersion(paper);
        boolean sameText = newest.sha256.equals(sha256);
        boolean unchanged = sameText && readings.isSame(store.document(paper), imported.document());
        // What is there already the platform reads anew, whoever sends it: what it overlooked must not wait for a
        // right.
        if (!sameText || publish) {
            PublishRight.require(caller, paper, imported.document(), publish);
        }
        boolean isPublic = paper.state == Paper.State.PUBLISHED;
        List<Integer> misread = isPublic ? publisher.withdrawMisread(store, paper, readings) : List.of();
        if (unchanged) {
            settleUnchanged(store, caller, paper, publish, misread);
            return new ImportResult(Outcome.UNCHANGED, store.paper(paper), List.of());
        }
        if (isPublic && !sameText && imported.document().visibility() == Visibility.PUBLIC) {
            publisher.keepEarlier(store, paper, readings);
        }
        touch(paper, now);
        PaperWriter.Changed changed = writer.addVersion(store, paper, imported, text, sha256, now);
        changed.removedConsultations().forEach(publisher::withdrawConsultation);
        settlePublication(store, paper, publish, now);
        trail.record(changed(caller, paper, sha256, sameText, changed.leftFiles(), misread));
        return new ImportResult(Outcome.CHANGED, store.paper(paper), changed.fields());
    }

    /** A text that is there already may be sent to be published, or to have looked once more at what was public before it. */
    private void settleUnchanged(
            PaperStore store, Caller caller, PaperEntity paper, boolean publish, List<Integer> misread) {
        boolean publishes = publish && paper.state != Paper.State.PUBLISHED && paper.visibility == Visibility.PUBLIC;
        if (!publishes && misread.isEmpty()) {
            return;
        }
        Instant now = now();
        touch(paper, now);
        settlePublication(store, paper, publish, now);
        String sha256 = store.newestVersion(paper).sha256;
        if (publishes) {
            record(caller, "paper.published", paper, sha256);
        } else {
            trail.record(changed(caller, paper, sha256, true, List.of(), misread));
        }
    }

    /** A paper that is to be public is; one that no longer says that it is public is taken back. Either way its agendas know of it. */
    private void settlePublication(PaperStore store, PaperEntity paper, boolean publish, Instant now) {
        boolean wanted = publish || paper.state == Paper.State.PUBLISHED;
        if (wanted && paper.visibility == Visibility.PUBLIC) {
            makePublic(store, paper, now);
        } else if (paper.state == Paper.State.PUBLISHED) {
            takeBack(store, paper);
        } else if (!store.isNew(paper)) {
            publisher.publishAgendas(store, paper);
        }
    }

    @Override
    public Paper publish(Caller caller, String id, Long expectedRevision) {
        return change(caller, ProposalsPermissions.PUBLISH, id, expectedRevision, "paper.published", new Change() {
            @Override
            public boolean isDone(PaperEntity paper) {
                return paper.state == Paper.State.PUBLISHED && paper.visibility == Visibility.PUBLIC;
            }

            @Override
            public void apply(PaperStore store, PaperEntity paper) {
                if (paper.visibility != Visibility.PUBLIC) {
                    throw Refusals.notPublic(paper.reference);
                }
                makePublic(store, paper, paper.modified);
            }
        });
    }

    @Override
    public Paper withdraw(Caller caller, String id, Long expectedRevision) {
        return change(caller, ProposalsPermissions.PUBLISH, id, expectedRevision, "paper.withdrawn", (store, paper) -> {
            if (paper.state != Paper.State.PUBLISHED) {
                throw Refusals.notPublished(paper.reference);
            }
            takeBack(store, paper);
        });
    }

    @Override
    public Paper attach(
            Caller caller,
            String id,
            int number,
            String fileName,
            String mediaType,
            InputStream bytes,
            Long expectedRevision) {
        checkFileName(fileName);
        Meant meant = mayAttach(caller, id, number, expectedRevision);
        String type = mediaType(mediaType);
        try (Received received = fileBytes.receive(bytes)) {
            if (received.blob().size() == 0) {
                throw Refusals.fileEmpty();
            }
            Paper unchanged = attachedAlready(id, number, fileName, type, received, expectedRevision);
            return unchanged != null
                    ? unchanged
                    : attach(caller, id, meant, fileName, type, received, expectedRevision);
        }
    }

    private Paper attach(
            Caller caller,
            String id,
            Meant meant,
            String fileName,
            String mediaType,
            Received received,
            Long expectedRevision) {
        return change(caller, ProposalsPermissions.IMPORT, id, expectedRevision, "paper.attached", (store, paper) -> {
            NamedAttachment named =
                    mustName(store.document(paper), paper, meant.attachment().number());
            meant.mustStillBe(named, paper);
            String replaced = writer.attach(store, paper, named, fileName, mediaType, received);
            if (replaced != null) {
                publisher.withdrawFile(replaced);
            }
            if (paper.state == Paper.State.PUBLISHED) {
                publisher.publish(store, paper);
            }
        });
    }

    @Override
    public Paper renumber(Caller caller, String id, String reference, Long expectedRevision) {
        String wanted = reference == null ? "" : reference.strip();
        if (!References.isValid(wanted)) {
            throw Refusals.referenceNotValid();
        }
        return change(caller, ProposalsPermissions.IMPORT, id, expectedRevision, "paper.renumbered", (store, paper) -> {
            if (store.lockByReference(wanted).filter(other -> other != paper).isPresent()) {
                throw Refusals.referenceTaken(wanted);
            }
            writer.renumber(store, paper, wanted);
            if (paper.state == Paper.State.PUBLISHED) {
                publisher.publish(store, paper);
            }
        });
    }

    @FunctionalInterface
    private interface Change {

        /** By a second click, or by somebody else: that is no change, and leaves no record. */
        default boolean isDone(PaperEntity paper) {
            return false;
        }

        void apply(PaperStore store, PaperEntity paper);
    }

    private Paper change(
            Caller caller, String permission, String id, Long expectedRevision, String action, Change change) {
        return transactions.call(tx -> {
            PaperStore store = new PaperStore(tx, json);
            PaperEntity paper = store.lock(id);
            caller.require(permission, Departments.of(paper.underDirectionOf));
            PublishRight.require(caller, paper);
            mustBe(expectedRevision, paper);
            if (change.isDone(paper)) {
                return store.paper(paper);
            }
            touch(paper, now());
            change.apply(store, paper);
            record(caller, action, paper, store.newestVersion(paper).sha256);
            store.em().flush();
            return store.paper(paper);
        });
    }

    /** Asked before the bytes are read: nobody wants to send 100 MiB to hear that they may not. */
    private Meant mayAttach(Caller caller, String id, int number, Long expectedRevision) {
        return transactions.call(tx -> {
            PaperStore store = new PaperStore(tx, json);
            PaperEntity paper = store.get(id);
            caller.require(ProposalsPermissions.IMPORT, Departments.of(paper.underDirectionOf));
            mustBe(expectedRevision, paper);
            NamedAttachment named = mustName(store.document(paper), paper, number);
            if (store.files(id).of(named) == null) {
                // Else they may be the bytes that are there, which change nothing.
                PublishRight.require(caller, paper);
            }
            return new Meant(named, paper.revision);
        });
    }

    /** What bytes are meant for while they come in, which may take long. */
    private record Meant(NamedAttachment attachment, long revision) {

        void mustStillBe(NamedAttachment named, PaperEntity paper) {
            if (!AttachedFiles.isSame(named.name(), attachment.name())
                    || named.visibility() != attachment.visibility()) {
                // This change counts already.
                throw Refusals.changedInBetween(revision, paper.revision - 1);
            }
        }
    }

    /** The same again, by a second click or a script that runs each night, makes no other file: people hold its address. */
    private Paper attachedAlready(
            String id, int number, String fileName, String mediaType, Received received, Long expectedRevision) {
        return transactions.call(tx -> {
            PaperStore store = new PaperStore(tx, json);
            PaperEntity paper = store.get(id);
            NamedAttachment named = mustName(store.document(paper), paper, number);
            if (!store.files(id)
                    .hold(named, fileName, mediaType, received.blob().sha256())) {
                return null;
            }
            mustBe(expectedRevision, paper);
            return store.paper(paper);
        });
    }

    private void makePublic(PaperStore store, PaperEntity paper, Instant now) {
        if (paper.state != Paper.State.PUBLISHED) {
            paper.state = Paper.State.PUBLISHED;
            paper.published = now;
        }
        publisher.publish(store, paper);
    }

    private void takeBack(PaperStore store, PaperEntity paper) {
        paper.state = Paper.State.WITHDRAWN;
        publisher.withdraw(store, paper);
    }

    private void record(Caller caller, String action, PaperEntity paper, String sha256) {
        trail.record(event(caller, action, paper, sha256));
    }

    private static AuditEvent changed(
            Caller caller,
            PaperEntity paper,
            String sha256,
            boolean sameText,
            List<String> leftFiles,
            List<Integer> misread) {
        AuditEvent event = event(caller, "paper.changed", paper, sha256);
        if (sameText) {
            event = event.with("sameText", "true");
        }
        if (!leftFiles.isEmpty()) {
            event = event.with("leftFiles", String.join(" ", leftFiles));
        }
        return misread.isEmpty()
                ? event
                : event.with(
                        "withdrawnVersions",
                        misread.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    private static AuditEvent event(Caller caller, String action, PaperEntity paper, String sha256) {
        return AuditEvent.success(caller, "proposals", action, "Paper", paper.id)
                .inDepartment(Departments.of(paper.underDirectionOf))
                .with("reference", paper.reference)
                .with("version", String.valueOf(paper.version))
                .with("state", paper.state.name())
                .with("textSha256", sha256);
    }

    private static void touch(PaperEntity paper, Instant now) {
        paper.revision++;
        paper.modified = now;
    }

    private static void mustBe(Long expectedRevision, PaperEntity paper) {
        if (expectedRevision != null && expectedRevision != paper.revision) {
            throw Refusals.changedInBetween(expectedRevision, paper.revision);
        }
    }

    private static NamedAttachment mustName(PaperDocument document, PaperEntity paper, int number) {
        return document.attachments().stream()
                .filter(attachment -> attachment.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusals.attachmentNotNamed(paper.reference, number));
    }

    private static void checkFileName(String fileName) {
        if (fileName == null
                || fileName.isBlank()
                || fileName.length() > MAX_FILE_NAME
                || fileName.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
            throw Refusals.fileNameNotValid();
        }
    }

    private static String mediaType(String stated) {
        return stated == null || stated.isBlank() || stated.length() > MAX_MEDIA_TYPE
                ? "application/octet-stream"
                : stated.strip();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
