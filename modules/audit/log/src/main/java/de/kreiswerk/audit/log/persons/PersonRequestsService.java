package de.kreiswerk.audit.log.persons;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.audit.api.PersonRequest;
import de.kreiswerk.audit.api.PersonRequest.Decision;
import de.kreiswerk.audit.api.PersonRequests;
import de.kreiswerk.audit.api.TrailPage;
import de.kreiswerk.audit.log.AuditTrailService;
import de.kreiswerk.audit.log.PeopleOnly;
import de.kreiswerk.audit.log.kept.Erasable;
import de.kreiswerk.audit.log.search.RecordsByActor;
import de.kreiswerk.core.api.audit.AuditEvent;
import de.kreiswerk.core.api.audit.SensitiveReads;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.text.Text;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Two people, a reason and a while. */
@Component
public final class PersonRequestsService implements PersonRequests {

    private static final ZoneId COUNTY = ZoneId.of("Europe/Berlin");
    private static final String OBJECT = "PersonRequest";
    private static final int LONGEST_SUBJECT = 64;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final Transactions transactions;
    private final AuditTrailService trail;
    private final PersonSearch setting;
    private final RecordsByActor records;
    private final Clock clock;

    /** There while there is a trail: it is told who looks at whom somebody suspects, and of what. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile SensitiveReads reads;

    /**
     * Takes down who asks for what.
     *
     * @param transactions the database
     * @param trail the records, and where each step is recorded
     * @param setting whether it is switched on
     * @param schema the trail's tables
     */
    @Activate
    public PersonRequestsService(
            @Reference Transactions transactions,
            @Reference AuditTrailService trail,
            @Reference PersonSearch setting,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.audit.log)") Schema schema) {
        this(transactions, trail, setting, Clock.systemUTC());
    }

    PersonRequestsService(Transactions transactions, AuditTrailService trail, PersonSearch setting, Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.setting = setting;
        this.records = new RecordsByActor(transactions, trail);
        this.clock = clock;
    }

    @Override
    public boolean isOn() {
        return setting.isOn();
    }

    @Override
    public List<PersonRequest> own(Caller caller) {
        require(caller, AuditPermissions.READ);
        return noted(caller, "own", transactions.call(tx -> requests(tx).by(caller.subject())));
    }

    @Override
    public List<PersonRequest> all(Caller caller) {
        require(caller, AuditPermissions.PERSONS_SEARCH);
        return noted(caller, "all", transactions.call(tx -> requests(tx).notAbout(caller.subject())));
    }

    private List<PersonRequest> noted(Caller caller, String which, List<PersonRequest> shown) {
        SensitiveReads listening = reads;
        if (listening != null && !shown.isEmpty()) {
            listening.noteList(caller, "audit", OBJECT, Map.of("which", which), shown.size());
        }
        return shown;
    }

    @Override
    public PersonRequest ask(Caller caller, String subject, String reason, LocalDate firstDay, LocalDate lastDay) {
        require(caller, AuditPermissions.READ);
        mustBeOn();
        PersonRequest wanted = new PersonRequest(
                UUID.randomUUID().toString(),
                subject == null ? "" : subject.strip(),
                reason == null ? "" : reason.strip(),
                firstDay,
                lastDay,
                now(),
                caller.subject(),
                Decision.OPEN,
                null,
                null,
                null);
        return transactions.call(tx -> {
            RequestTable requests = requests(tx);
            Map<String, Text> errors = errors(tx, wanted);
            if (!errors.isEmpty()) {
                throw RequestProblems.invalid(errors);
            }
            boolean open = requests.by(caller.subject()).stream()
                    .anyMatch(each ->
                            each.decision() == Decision.OPEN && each.subject().equals(wanted.subject()));
            if (open) {
                throw RequestProblems.alreadyOpen();
            }
            requests.add(wanted);
            trail.record(asked(caller, wanted));
            return wanted;
        });
    }

    /** The reason speaks of whom it is about, and may name them: it is kept as something that tells of them, and goes with them. */
    private static AuditEvent asked(Caller caller, PersonRequest request) {
        return AuditEvent.success(caller, "audit", "person-request.asked", OBJECT, request.id())
                .with("subject", request.subject())
                .with("first", request.firstDay().toString())
                .with("last", request.lastDay().toString())
                .withPersonal(request.subject(), "reason", request.reason());
    }

    private Map<String, Text> errors(Transaction tx, PersonRequest wanted) throws SQLException {
        Map<String, Text> errors = new LinkedHashMap<>();
        String subject = wanted.subject();
        boolean readable = !subject.isEmpty()
                && subject.length() <= LONGEST_SUBJECT
                && subject.chars().noneMatch(Character::isISOControl);
        if (!readable || !Erasable.isKnown(tx, subject)) {
            errors.put(
                    "subject",
                    new Text(
                            "Der Prüfpfad kennt diese Person nicht, oder hat sie vergessen. Gefragt ist die zufällige Kennung, die in Einträgen steht.",
                            "The trail does not know this person, or has forgotten them. Asked for is the random id that records have."));
        }
        int length = wanted.reason().codePointCount(0, wanted.reason().length());
        if (length < SHORTEST_REASON
                || wanted.reason().length() > LONGEST_REASON
                || wanted.reason().indexOf('\0') >= 0) {
            errors.put(
                    "reason",
                    new Text(
                            "Nennen Sie den Grund in " + SHORTEST_REASON + " bis " + LONGEST_REASON + " Zeichen.",
                            "Give the reason in " + SHORTEST_REASON + " to " + LONGEST_REASON + " characters."));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), COUNTY);
        if (wanted.firstDay() == null || wanted.firstDay().isBefore(EARLIEST)) {
            errors.put("firstDay", new Text("Nennen Sie den ersten Tag.", "Give the first day."));
        }
        if (wanted.lastDay() == null || wanted.lastDay().isAfter(today)) {
            errors.put(
                    "lastDay",
                    new Text(
                            "Nennen Sie den letzten Tag, spätestens heute: Was jemand erst tun wird, lässt sich nicht anfragen.",
                            "Give the last day, today at the latest: what somebody is going to do cannot be asked for."));
        }
        if (errors.containsKey("firstDay") || errors.containsKey("lastDay")) {
            return errors;
        }
        if (wanted.lastDay().isBefore(wanted.firstDay())) {
            errors.put("lastDay", new Text("Das Ende liegt vor dem Beginn.", "The end is before the beginning."));
        } else if (!wanted.lastDay().isBefore(wanted.firstDay().plusYears(1))) {
            errors.put("lastDay", new Text("Höchstens ein Jahr, bitte.", "A year at most, please."));
        }
        return errors;
    }

    @Override
    public void decide(Caller caller, String id, boolean approved) {
        require(caller, AuditPermissions.PERSONS_SEARCH);
        mustBeOn();
        transactions.call(tx -> {
            RequestTable requests = requests(tx);
            PersonRequest request = requests.find(id).orElseThrow(RequestProblems::notFound);
            if (request.askedBy().equals(caller.subject()) || request.subject().equals(caller.subject())) {
                throw RequestProblems.own();
            }
            if (request.decision() == Decision.LAPSED) {
                throw RequestProblems.lapsed();
            }
            if (!requests.decide(id, approved ? Decision.APPROVED : Decision.REFUSED, caller.subject())) {
                throw RequestProblems.decided();
            }
            String action = approved ? "person-request.approved" : "person-request.refused";
            trail.record(AuditEvent.success(caller, "audit", action, OBJECT, id).with("subject", request.subject()));
            return null;
        });
    }

    @Override
    public PersonRequest get(Caller caller, String id) {
        PeopleOnly.require(caller);
        return transactions.call(tx -> open(tx, caller, id));
    }

    private PersonRequest open(Transaction tx, Caller caller, String id) throws SQLException {
        PersonRequest request = requests(tx).find(id).orElse(null);
        boolean asked = request != null
                && request.askedBy().equals(caller.subject())
                && caller.may(AuditPermissions.READ, Grant.ALL);
        boolean approved = request != null
                && caller.subject().equals(request.decidedBy())
                && caller.may(AuditPermissions.PERSONS_SEARCH, Grant.ALL);
        if (!asked && !approved) {
            throw RequestProblems.notFound();
        }
        mustBeOn();
        if (request.decision() == Decision.ENDED) {
            throw RequestProblems.ended();
        }
        if (request.decision() != Decision.APPROVED) {
            throw RequestProblems.notApproved();
        }
        return request;
    }

    @Override
    public TrailPage records(Caller caller, String id, String after, int limit) {
        PersonRequest request = get(caller, id);
        TrailPage page = records.page(
                request.subject(),
                midnight(request.firstDay()),
                midnight(request.lastDay().plusDays(1)),
                after,
                Math.max(1, Math.min(limit, AuditSearch.LARGEST_PAGE)));
        // Nothing is shown that is not recorded, and nothing that was closed meanwhile.
        return transactions.call(tx -> {
            open(tx, caller, id);
            AuditEvent event = AuditEvent.success(caller, "audit", "person-request.read", OBJECT, id)
                    .with("subject", request.subject())
                    .with("records", String.valueOf(page.records().size()));
            trail.record(after == null ? event : event.with("after", after));
            return page;
        });
    }

    private RequestTable requests(Transaction tx) {
        return new RequestTable(tx, now());
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(COUNTY).toInstant();
    }

    private void mustBeOn() {
        if (!setting.isOn()) {
            throw RequestProblems.off();
        }
    }

    private static void require(Caller caller, String permission) {
        caller.require(permission, Grant.ALL);
        PeopleOnly.require(caller);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
