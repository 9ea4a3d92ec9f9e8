package de.kreiswerk.audit.log.search;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.audit.api.TrailChoices;
import de.kreiswerk.audit.api.TrailPackage;
import de.kreiswerk.audit.api.TrailPage;
import de.kreiswerk.audit.api.TrailQuery;
import de.kreiswerk.audit.api.TrailRecord;
import de.kreiswerk.audit.log.AuditTrailService;
import de.kreiswerk.audit.log.checkpoint.LogSigner;
import de.kreiswerk.audit.log.kept.RetentionProblems;
import de.kreiswerk.audit.log.kept.RetentionTable;
import de.kreiswerk.audit.log.seal.PackageWriter;
import de.kreiswerk.audit.log.seal.Sealing;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.SensitiveReads;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Answers auditors. */
@Component(service = AuditSearch.class)
public final class SearchService implements AuditSearch {

    private static final int LONGEST_TEXT = 100;

    /** Records that are looked at for one page: tens of milliseconds, whatever is looked for. */
    static final int LOOKED_AT = 10_000;

    private final Transactions transactions;
    private final AuditTrailService trail;
    private final Supplier<List<LogSigner>> signers;
    private final Clock clock;
    private final int lookedAt;

    /** There while there is a trail: it is told who looks at records, and at one, which names who acted. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile SensitiveReads reads;

    /**
     * Answers.
     *
     * @param transactions the database
     * @param trail can read what is encrypted, and records what is handed out
     * @param sealing signs what packages hold
     * @param schema the trail's tables
     */
    @Activate
    public SearchService(
            @Reference Transactions transactions,
            @Reference AuditTrailService trail,
            @Reference Sealing sealing,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.log)") Schema schema) {
        this(transactions, trail, sealing::signers, Clock.systemUTC(), LOOKED_AT);
    }

    SearchService(
            Transactions transactions,
            AuditTrailService trail,
            Supplier<List<LogSigner>> signers,
            Clock clock,
            int lookedAt) {
        this.signers = signers;
        this.lookedAt = lookedAt;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public TrailPage find(Caller caller, TrailQuery query) {
        caller.require(AuditPermissions.READ, Grant.ALL);
        check(query);
        long before = Position.parse(query.after());
        int limit = Math.max(1, Math.min(query.limit(), LARGEST_PAGE));
        TrailPage page = transactions.call(tx ->
                new Listing(new Finder(tx, query, lookedAt), trail, new OwnActs(query), lookedAt).page(before, limit));
        SensitiveReads listening = reads;
        // Where nothing is found nothing is read: so the trail gets no more records than were read, and an object's id
        // only if it has it already.
        if (listening != null && !page.records().isEmpty()) {
            listening.noteList(
                    caller,
                    "audit",
                    "Record",
                    QueryText.recorded(query),
                    page.records().size());
        }
        return page;
    }

    @Override
    public TrailRecord record(Caller caller, long sequence) {
        caller.require(AuditPermissions.READ, Grant.ALL);
        boolean persons = caller.may(AuditPermissions.READ_PERSONS, Grant.ALL);
        return transactions.call(tx -> {
            // Also while its row is still there.
            long minimum = new RetentionTable(tx).minimum();
            if (sequence > 0 && sequence <= minimum) {
                throw RetentionProblems.removed(sequence, minimum);
            }
            RecordText text = trail.read(List.of(sequence)).stream()
                    .findFirst()
                    .map(RecordText::of)
                    .orElseThrow(SearchService::noRecord);
            SensitiveReads listening = reads;
            if (listening != null) {
                listening.note(caller, "audit", "Record", String.valueOf(sequence), null);
            }
            return text.record(text.personal().stream()
                    .map(each -> personal(tx, text.text("id"), each, persons))
                    .toList());
        });
    }

    private TrailRecord.Personal personal(Transaction tx, String recordId, RecordText.Sealed sealed, boolean mayRead) {
        AuditTrailService.Plain plain = trail.open(tx, sealed.subject(), recordId, sealed.name(), sealed.ciphertext());
        return new TrailRecord.Personal(
                sealed.subject(), sealed.name(), mayRead ? plain.value() : null, plain.erased());
    }

    @Override
    public TrailChoices choices(Caller caller) {
        caller.require(AuditPermissions.READ, Grant.ALL);
        Set<Kind> kinds = transactions.call(tx -> new KindTable(tx).all()).keySet();
        return new TrailChoices(
                choices(kinds, Kind::area),
                choices(kinds, Kind::action),
                choices(kinds, Kind::objectType),
                choices(kinds, Kind::department));
    }

    private static List<String> choices(Set<Kind> kinds, Function<Kind, String> of) {
        return kinds.stream()
                .map(of)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void writePackage(Caller caller, TrailQuery query, OutputStream out) throws IOException {
        preparePackage(caller, query).write(out);
    }

    @Override
    public TrailPackage preparePackage(Caller caller, TrailQuery query) {
        caller.require(AuditPermissions.READ, Grant.ALL);
        check(query);
        PackageWriter writer =
                PackageWriter.on(transactions, transactions.call(tx -> new IndexTable(tx).last()), signers.get());
        long[] sequences = new Selection(transactions, trail, query).upTo(writer.size());
        transactions.call(tx -> {
            AuditEvent event = AuditEvent.success(caller, "audit", "package.exported", "Trail", "trail")
                    .with("records", String.valueOf(sequences.length))
                    .with("size", String.valueOf(writer.size()));
            for (Map.Entry<String, String> part : QueryText.recorded(query).entrySet()) {
                event = event.with("query." + part.getKey(), part.getValue());
            }
            trail.record(event);
            return null;
        });
        String asked = QueryText.json(query, clock.instant());
        return out -> writer.write(sequences, asked, new CsvTable(), out);
    }

    private static void check(TrailQuery query) {
        if (query.text() != null && query.text().length() > LONGEST_TEXT) {
            throw new ProblemException(
                    Problem.Kind.MALFORMED,
                    "trail-text-too-long",
                    new Text("Suchtext zu lang", "Text too long"),
                    new Text(
                            "Der Suchtext hat höchstens " + LONGEST_TEXT + " Zeichen.",
                            "The text has at most " + LONGEST_TEXT + " characters."));
        }
    }

    private static ProblemException noRecord() {
        return new ProblemException(
                Problem.Kind.NOT_FOUND,
                "record-not-found",
                new Text("Nicht gefunden", "Not found"),
                new Text("Diesen Eintrag gibt es nicht, oder noch nicht.", "There is no such record, or not yet."));
    }
}
