package de.kreiswerk.proposals.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.BlobStore;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.publication.PublicObject;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.persistence.blob.DatabaseBlobStore;
import de.kreiswerk.core.persistence.database.TestDatabase;
import de.kreiswerk.core.persistence.database.TestDatabase.Engine;
import de.kreiswerk.core.persistence.publication.Forms;
import de.kreiswerk.core.persistence.publication.Listeners;
import de.kreiswerk.core.persistence.publication.PublicationService;
import de.kreiswerk.core.persistence.unit.EntityBundle;
import de.kreiswerk.proposals.api.Council;
import de.kreiswerk.proposals.api.CouncilOffice;
import de.kreiswerk.proposals.api.Finding;
import de.kreiswerk.proposals.api.Paper;
import de.kreiswerk.proposals.api.PaperDocument;
import de.kreiswerk.proposals.api.PaperImporter;
import de.kreiswerk.proposals.api.PaperReader;
import de.kreiswerk.proposals.api.Papers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** This module on a real database, with an importer and a trail of which the tests know everything. */
final class TestPlatform implements AutoCloseable {

    static final Caller OPERATOR = caller(new Grant(Grant.ALL, Grant.ALL));

    final TestDatabase database;
    private final AutoCloseable entities;
    final AuditTrail trail;
    private final Map<String, PaperImporter.ImportedText> texts = new ConcurrentHashMap<>();
    /** What was recorded by transactions that committed. */
    final Queue<AuditEvent> records = new ConcurrentLinkedQueue<>();
    /** What the importer was asked to read in a transaction, where others may wait for it. */
    final Queue<String> readInTransactions = new ConcurrentLinkedQueue<>();
    /** While it is set, the trail refuses every record. */
    volatile boolean trailIsBroken;

    final Publication publication;
    final Papers papers;
    final PaperReader reader;
    final Council council;
    final CouncilOffice office;

    TestPlatform(Engine engine) {
        this.database = new TestDatabase(engine, "proposals", first -> close(entities(first)));
        this.entities = entities(database);
        Schema schema = new Schema() {};
        this.trail = new RecordingTrail();
        BlobStore blobs = new DatabaseBlobStore(database.transactions);
        this.publication = new PublicationService(database.transactions, new Listeners(), new Forms());
        this.papers = new PapersService(
                database.transactions, trail, publication, blobs, this::importedText, Clock.systemUTC());
        this.reader = new PaperReaderService(database.transactions, schema);
        this.council = new CouncilReader(database.transactions, schema);
        this.office = new CouncilOfficeService(database.transactions, schema, trail, publication);
    }

    static Caller caller(Grant... grants) {
        return new Caller("subject", "Name", Set.of(grants), "test", Instant.EPOCH, "request");
    }

    /** A text that the importer reads as this document. Different texts may stand for one document. */
    String text(String words, PaperDocument document) {
        texts.put(
                words,
                new PaperImporter.ImportedText(
                        document,
                        List.of(new Finding(
                                Finding.Severity.WARNING, "budget-product-missing", 3, Text.same("product")))));
        return words;
    }

    Papers.ImportResult take(String words, Documents document) {
        return papers.importText(OPERATOR, text(words, document.build()), false);
    }

    Paper published(String words, Documents document) {
        return papers.importText(OPERATOR, text(words, document.build()), true).paper();
    }

    Paper attach(Paper paper, int number, String fileName, String content) {
        return papers.attach(
                OPERATOR,
                paper.id(),
                number,
                fileName,
                "text/plain",
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                null);
    }

    Optional<JsonNode> publicContent(String path) {
        return publication
                .find(path)
                .filter(found -> !found.deleted())
                .map(PublicObject::content)
                .map(TestPlatform::json);
    }

    JsonNode publicPaper(Paper paper) {
        return publicContent("/paper/" + paper.id()).orElseThrow(() -> new AssertionError("not public"));
    }

    boolean isPublic(String path) {
        return publicContent(path).isPresent();
    }

    long count(String table) {
        return database.count(table);
    }

    List<String> actions() {
        return records.stream().map(AuditEvent::action).toList();
    }

    @Override
    public void close() {
        close(entities);
        database.close();
    }

    private static AutoCloseable entities(TestDatabase database) {
        return EntityBundle.open(database.database, database.units, database.thread);
    }

    private static void close(AutoCloseable entities) {
        try {
            entities.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private PaperImporter.ImportedText importedText(String text) {
        database.transactions.current().ifPresent(tx -> readInTransactions.add(text));
        PaperImporter.ImportedText imported = texts.get(text);
        if (imported == null) {
            throw new ProblemException(
                    Problem.Kind.UNPROCESSABLE, "reference-missing", Text.same("no"), Text.same("no"));
        }
        return imported;
    }

    private static JsonNode json(String content) {
        try {
            return new ObjectMapper().readTree(content);
        } catch (JsonProcessingException e) {
            throw new AssertionError(content, e);
        }
    }

    private final class RecordingTrail implements AuditTrail {

        @Override
        public void record(AuditEvent event) {
            if (trailIsBroken) {
                throw new ProblemException(
                        Problem.Kind.UNAVAILABLE, "trail-away", Text.same("away"), Text.same("away"));
            }
            database.transactions.current().orElseThrow().afterCommit(() -> records.add(event));
        }

        @Override
        public List<AuditRecord> read(long afterSequence, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
