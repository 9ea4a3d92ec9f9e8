package de.kreiswerk.audit.log.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreiswerk.audit.api.Offer;
import de.kreiswerk.audit.log.AuditTrailService;
import de.kreiswerk.audit.log.checkpoint.LogSigner;
import de.kreiswerk.audit.log.kept.Mentions;
import de.kreiswerk.audit.log.kept.RetentionProblems;
import de.kreiswerk.audit.log.seal.PackageWriter;
import de.kreiswerk.audit.log.search.CsvTable;
import de.kreiswerk.audit.log.search.RecordText;
import de.kreiswerk.core.api.audit.AuditRecord;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What the archive gets: a package that proves itself, and beside it, because a package holds persons as ciphertext only, what it says
 * of them.
 */
final class ArchiveCopy {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Records may have 64 kB, and H2 has a whole result in memory. */
    private static final int PART = 500;

    private final Transactions transactions;
    private final AuditTrailService trail;
    private final PackageWriter writer;
    private final Offer offer;
    private final long[] sequences;

    private ArchiveCopy(
            Transactions transactions, AuditTrailService trail, PackageWriter writer, Offer offer, long[] sequences) {
        this.transactions = transactions;
        this.trail = trail;
        this.writer = writer;
        this.offer = offer;
        this.sequences = sequences;
    }

    /** A copy of what is offered. */
    static ArchiveCopy of(Transactions transactions, AuditTrailService trail, List<LogSigner> signers, Offer offer) {
        PackageWriter writer = PackageWriter.on(transactions, Long.MAX_VALUE, signers);
        long[] sequences = offer.isPerson()
                ? new Mentions(transactions).of(offer.subject(), writer.size())
                : LongStream.rangeClosed(offer.first(), offer.last()).toArray();
        if (sequences.length == 0) {
            throw RetentionProblems.nothingToExport();
        }
        return new ArchiveCopy(transactions, trail, writer, offer, sequences);
    }

    int records() {
        return sequences.length;
    }

    /** Sealed records that were looked through for it. */
    long size() {
        return writer.size();
    }

    void write(Instant now, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry("LIESMICH.txt"));
        try (InputStream in = ArchiveCopy.class.getResourceAsStream("/archive/LIESMICH.txt")) {
            in.transferTo(zip);
        }
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("personen.jsonl"));
        for (int first = 0; first < sequences.length; first += PART) {
            List<Long> part = Arrays.stream(sequences, first, Math.min(first + PART, sequences.length))
                    .boxed()
                    .toList();
            zip.write(transactions.call(tx -> persons(tx, part)).getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("pruefpaket.zip"));
        writer.write(sequences, query(now), new CsvTable(), zip);
        zip.closeEntry();
        zip.finish();
    }

    private String persons(Transaction tx, List<Long> part) throws SQLException {
        StringBuilder lines = new StringBuilder();
        trail.read(part).stream()
                .sorted((one, other) -> Long.compare(one.sequence(), other.sequence()))
                .forEach(record -> persons(tx, record, lines));
        return lines.toString();
    }

    private void persons(Transaction tx, AuditRecord record, StringBuilder lines) {
        RecordText text = RecordText.of(record);
        for (RecordText.Sealed sealed : text.personal()) {
            String value = !offer.isPerson() || sealed.subject().equals(offer.subject())
                    ? trail.open(tx, sealed.subject(), text.text("id"), sealed.name(), sealed.ciphertext())
                            .value()
                    : null;
            // What is erased or damaged cannot be read: the package shows it.
            if (value != null) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("number", record.sequence());
                line.put("subject", sealed.subject());
                line.put("name", sealed.name());
                line.put("value", value);
                lines.append(json(line)).append('\n');
            }
        }
    }

    private String query(Instant now) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("made", now.toString());
        file.put(
                "query",
                offer.isPerson()
                        ? Map.of("offer", offer.id(), "subject", offer.subject())
                        : Map.of("offer", offer.id(), "first", offer.first(), "last", offer.last()));
        return json(file) + "\n";
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text can be written as JSON", e);
        }
    }
}
