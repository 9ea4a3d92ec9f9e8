package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.persistence.PersistenceFailure;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.proposals.api.Finding;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperImporter.ImportedText;
import de.kreiswerk.proposals.api.PaperSummary;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Entities to records and back, in one place. Works in the transaction that it is given. */
final class PaperStore {

    private final Json json;
    private final Transaction tx;
    private final EntityManager em;
    private final Connection connection;
    /** A version never changes, and writing or reading one tells what is in it. */
    private final Map<PaperVersionEntity, ImportedText> contents = new HashMap<>();

    private final Map<String, AttachedFiles> files = new HashMap<>();

    private final Map<String, Written> written = new HashMap<>();
    private final Set<String> created = new HashSet<>();

    PaperStore(Transaction tx, Json json) {
        this.json = json;
        this.tx = tx;
        this.connection = tx.connection();
        this.em = tx.em(PaperEntity.class);
    }

    Transaction tx() {
        return tx;
    }

    EntityManager em() {
        return em;
    }

    Json json() {
        return json;
    }

    /** Finds a paper and holds its row, so that changes of one paper come one after the other. */
    PaperEntity lock(String id) {
        refuseUnkeepable(id);
        PaperEntity paper = em.find(PaperEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (paper == null) {
            throw Refusals.paperNotFound(id);
        }
        return paper;
    }

    /** Looks without a lock first: most references are new, and H2 parses a locking statement anew each time. */
    Optional<PaperEntity> lockByReference(String reference) {
        return idOf(reference)
                .map(id -> em.find(PaperEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                // Who held the lock may have given the paper another one.
                .filter(paper -> paper.reference.equals(reference));
    }

    /** Without a lock, for what is not about to be changed. */
    Optional<PaperEntity> findByReference(String reference) {
        return idOf(reference).map(id -> em.find(PaperEntity.class, id));
    }

    private Optional<String> idOf(String reference) {
        try (PreparedStatement select = connection.prepareStatement("select id from paper where reference = ?")) {
            select.setString(1, reference);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceFailure("Papers cannot be looked through: " + e.getMessage(), e);
        }
    }

    PaperEntity get(String id) {
        refuseUnkeepable(id);
        PaperEntity paper = em.find(PaperEntity.class, id);
        if (paper == null) {
            throw Refusals.paperNotFound(id);
        }
        return paper;
    }

    PaperEntity getByReference(String reference) {
        refuseUnkeepable(reference);
        return em.createQuery("select p from Paper p where p.reference = :reference", PaperEntity.class)
                .setParameter("reference", reference)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Refusals.paperNotFound(reference));
    }

    /** PostgreSQL keeps no NUL and fails when it is asked for one. */
    private static void refuseUnkeepable(String key) {
        if (key.indexOf('\0') >= 0) {
            throw Refusals.paperNotFound(key.replace("\0", ""));
        }
    }

    /** What is written of a Beratungsfolge, with the organizations that it and the lead lead to. */
    record Written(List<ConsultationEntity> rows, Collection<OrganizationEntity> organizations) {}

    void wrote(PaperEntity paper, Written consultations) {
        written.put(paper.id, consultations);
    }

    /** Null when this transaction wrote none. */
    Written written(PaperEntity paper) {
        return written.get(paper.id);
    }

    /** A paper that this transaction made is on no agenda yet. */
    boolean isNew(PaperEntity paper) {
        return created.contains(paper.id);
    }

    /** Takes a new paper in, which has no files yet. */
    void persist(PaperEntity paper) {
        em.persist(paper);
        created.add(paper.id);
        files.put(paper.id, new AttachedFiles(this, List.of()));
    }

    void persist(PaperVersionEntity version, ImportedText content) {
        em.persist(version);
        contents.put(version, content);
    }

    /** Forgets which bytes a paper has: they are about to be others, or elsewhere. */
    void filesChange(String paperId) {
        files.remove(paperId);
    }

    PaperVersionEntity newestVersion(PaperEntity paper) {
        return version(paper, paper.version);
    }

    PaperVersionEntity version(PaperEntity paper, int number) {
        return em.find(PaperVersionEntity.class, new PaperVersionEntity.Key(paper.id, number));
    }

    PaperDocument document(PaperEntity paper) {
        return content(newestVersion(paper)).document();
    }

    ImportedText content(PaperVersionEntity version) {
        return contents.computeIfAbsent(
                version, any -> new ImportedText(json.document(version.document), json.findings(version.findings)));
    }

    AttachedFiles files(String paperId) {
        return files.computeIfAbsent(
                paperId,
                any -> new AttachedFiles(
                        this,
                        em.createQuery(
                                        "select f from AttachedFile f where f.paperId = :paper order by f.number",
                                        AttachedFileEntity.class)
                                .setParameter("paper", paperId)
                                .getResultList()));
    }

    /** What a paper's text said at a time; empty when there was none yet. */
    Optional<PaperDocument> documentAt(String paperId, Instant moment) {
        Integer newest = em.createQuery(
                        "select max(v.number) from PaperVersion v where v.paperId = :paper and v.created <= :moment",
                        Integer.class)
                .setParameter("paper", paperId)
                .setParameter("moment", moment)
                .getSingleResult();
        return Optional.ofNullable(newest)
                .map(number -> em.find(PaperVersionEntity.class, new PaperVersionEntity.Key(paperId, number)))
                .map(version -> content(version).document());
    }

    Paper paper(PaperEntity paper) {
        ImportedText newest = content(newestVersion(paper));
        PaperDocument document = newest.document();
        AttachedFiles attached = files(paper.id);
        List<Finding> findings = new ArrayList<>(newest.findings());
        findings.addAll(FileFindings.of(document, attached));
        return new Paper(
                paper.id,
                paper.reference,
                paper.slug,
                paper.state,
                paper.revision,
                paper.version,
                paper.created,
                paper.modified,
                document,
                findings,
                attachments(document, attached),
                versions(paper));
    }

    static PaperSummary summary(PaperEntity paper) {
        return new PaperSummary(
                paper.id,
                paper.reference,
                paper.slug,
                paper.name,
                paper.paperType,
                paper.underDirectionOf,
                paper.visibility,
                paper.state,
                paper.version,
                paper.modified);
    }

    private static List<Paper.Attachment> attachments(PaperDocument document, AttachedFiles files) {
        return document.attachments().stream()
                .map(named ->
                        new Paper.Attachment(named.number(), named.name(), named.visibility(), stored(files.of(named))))
                .toList();
    }

    /** Without the texts: a paper may have many versions of up to 10 MiB. */
    List<Paper.Version> versions(PaperEntity paper) {
        if (paper.version == 1) {
            PaperVersionEntity only = newestVersion(paper);
            return List.of(new Paper.Version(only.number, only.created, only.sha256, split(only.changes)));
        }
        em.flush();
        try (PreparedStatement select = connection.prepareStatement(
                "select number, created, sha256, changes from paper_version where paper_id = ? order by number")) {
            select.setString(1, paper.id);
            try (ResultSet row = select.executeQuery()) {
                List<Paper.Version> versions = new ArrayList<>();
                while (row.next()) {
                    versions.add(new Paper.Version(
                            row.getInt(1), row.getTimestamp(2).toInstant(), row.getString(3), split(row.getString(4))));
                }
                return versions;
            }
        } catch (SQLException e) {
            throw new PersistenceFailure("The versions of a paper cannot be read: " + e.getMessage(), e);
        }
    }

    /** The numbers of the versions that were public until a newer one took their place. */
    Set<Integer> superseded(PaperEntity paper) {
        return paper.version == 1
                ? Set.of()
                : new TreeSet<>(em.createQuery(
                                "select v.number from PaperVersion v where v.paperId = :paper and v.superseded = true",
                                Integer.class)
                        .setParameter("paper", paper.id)
                        .getResultList());
    }

    private static Paper.StoredFile stored(AttachedFileEntity file) {
        return file == null
                ? null
                : new Paper.StoredFile(file.id, file.fileName, file.mediaType, file.size, file.sha256, file.created);
    }

    static List<String> split(String names) {
        return names.isEmpty() ? List.of() : Arrays.asList(names.split(","));
    }
}
