package de.kreiswerk.deployment.service;

import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.DepartmentDirectory;
import de.kreiswerk.core.api.persistence.Schema;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.InvalidEntry;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.VerifierKey;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.api.Signer;
import de.kreiswerk.deployment.api.Signers;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.Locks;
import de.kreiswerk.deployment.service.store.SignerTable;
import de.kreiswerk.deployment.service.store.StoredComponent;
import de.kreiswerk.deployment.service.trail.DeploymentTrail;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may sign. */
@Component
public final class SignersService implements Signers {

    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_KEY = 300;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");
    private static final Text TITLE = new Text("Unterschrift so nicht möglich", "Signer not possible like this");

    private final Transactions transactions;
    private final AuditTrail trail;
    private final DepartmentDirectory departments;
    private final Clock clock;

    @Activate
    public SignersService(
            @Reference Transactions transactions,
            @Reference(target = "(kreiswerk.schema=de.kreiswerk.deployment.service)") Schema schema,
            @Reference AuditTrail trail,
            @Reference DepartmentDirectory departments) {
        this(transactions, trail, departments, Clock.systemUTC());
    }

    SignersService(Transactions transactions, AuditTrail trail, DepartmentDirectory departments, Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.departments = departments;
        this.clock = clock;
    }

    @Override
    public List<Signer> all(Caller caller) {
        return transactions.call(tx -> new SignerTable(tx)
                .all().stream()
                        .filter(signer -> caller.may(DeploymentPermissions.READ, signer.department()))
                        .toList());
    }

    @Override
    public Signer register(Caller caller, Entry entry) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!caller.mayAnywhere(DeploymentPermissions.ADMINISTER)) {
            // Before anything is said about the entry.
            caller.require(DeploymentPermissions.ADMINISTER, "-");
        }
        Map<String, Text> errors = new LinkedHashMap<>();
        String department = department(entry.department(), errors);
        if (errors.isEmpty()) {
            caller.require(DeploymentPermissions.ADMINISTER, department);
        }
        String label = entry.label() == null ? "" : entry.label().strip();
        if (label.isEmpty() || label.length() > LONGEST_LABEL || label.chars().anyMatch(Character::isISOControl)) {
            errors.put(
                    "label",
                    new Text(
                            "Schreiben Sie mit 1 bis 100 Zeichen, wessen Schlüssel das ist.",
                            "Say whose key this is, in 1 to 100 characters."));
        }
        Optional<VerifierKey> key = key(entry.key(), errors);
        Instant from = entry.from() == null ? now : entry.from().truncatedTo(ChronoUnit.MILLIS);
        Instant until = entry.until() == null ? null : entry.until().truncatedTo(ChronoUnit.MILLIS);
        day("from", from, errors);
        day("until", until, errors);
        if (until != null && !errors.containsKey("until") && !until.isAfter(from)) {
            errors.put(
                    "until", new Text("Das Ende liegt nicht nach dem Beginn.", "The end is not after the beginning."));
        }
        throwIfAny(errors);
        Signer signer = new Signer(
                UUID.randomUUID().toString(),
                department,
                label,
                key.orElseThrow().text(),
                from,
                until,
                null,
                null);
        return transactions.call(tx -> {
            new Locks(tx).hold(Locks.SIGNERS);
            SignerTable table = new SignerTable(tx);
            Optional<Signer> same = table.all().stream()
                    .filter(known -> bytes(known).equals(bytes(signer)))
                    .findFirst();
            if (same.isPresent()) {
                throwIfAny(Map.of("key", isThere(same.get(), department)));
            }
            table.insert(signer);
            trail.record(DeploymentTrail.department(caller, "signer.registered", "Signer", signer.id(), department)
                    .with("key", signer.key()));
            return signer;
        });
    }

    /** Under whatever name: who revokes a key must be sure that it holds nowhere any more. */
    private static String bytes(Signer signer) {
        return signer.key().split("\\+", 3)[2];
    }

    private static Text isThere(Signer same, String department) {
        if (same.revoked() != null) {
            return new Text(
                    "Dieser Schlüssel wurde widerrufen. Erzeugen Sie einen neuen.",
                    "This key was revoked. Make a new one.");
        }
        return same.department().equals(department)
                ? new Text(
                        "Dieser Schlüssel ist für den Fachbereich schon eingetragen.",
                        "This key is registered for the department already.")
                : new Text(
                        "Dieser Schlüssel ist schon für einen anderen Fachbereich eingetragen. Jeder braucht seinen eigenen, damit ein Widerruf für alles gilt, was er unterschreibt.",
                        "This key is registered for another department already. Each needs one of its own, so that a revocation holds for all that it signs.");
    }

    @Override
    public List<Concerned> concerned(Caller caller, String id) {
        return transactions.call(tx -> {
            Signer signer = new SignerTable(tx)
                    .find(id)
                    .filter(found -> caller.may(DeploymentPermissions.READ, found.department()))
                    .orElseThrow(SignersService::noSigner);
            return concerned(tx, signer);
        });
    }

    private static List<Concerned> concerned(Transaction tx, Signer signer) throws SQLException {
        ComponentTable table = new ComponentTable(tx);
        List<Signer> signers = new SignerTable(tx).of(signer.department());
        List<Concerned> concerned = new ArrayList<>();
        for (StoredComponent component : table.all()) {
            if (component.active() != null && component.department().equals(signer.department())) {
                table.version(component.name(), component.active())
                        .filter(version -> Signatures.dependOn(version, signer, signers))
                        .ifPresent(version -> concerned.add(
                                new Concerned(component.name(), version.facts().title(), version.version())));
            }
        }
        return concerned;
    }

    @Override
    public Signer revoke(Caller caller, String id, String reason) {
        String why = reason == null ? "" : reason.strip();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return transactions.call(tx -> {
            SignerTable table = new SignerTable(tx);
            Signer signer = table.lock(id)
                    .filter(found -> caller.may(DeploymentPermissions.READ, found.department()))
                    .orElseThrow(SignersService::noSigner);
            caller.require(DeploymentPermissions.ADMINISTER, signer.department());
            if (why.isEmpty() || why.length() > LONGEST_REASON || why.indexOf('\0') >= 0) {
                throwIfAny(Map.of(
                        "reason",
                        new Text(
                                "Schreiben Sie mit 1 bis 500 Zeichen, warum der Schlüssel nicht mehr gilt.",
                                "Say in 1 to 500 characters why the key does not hold any more.")));
            }
            if (signer.revoked() != null) {
                return signer;
            }
            table.revoke(id, now, why);
            trail.record(DeploymentTrail.department(caller, "signer.revoked", "Signer", id, signer.department())
                    // What people type may name somebody.
                    .withPersonal(caller.subject(), "reason", why)
                    .with(
                            "active",
                            concerned(tx, signer).stream()
                                    .map(each -> each.component() + " " + each.version())
                                    .collect(Collectors.joining(", "))));
            return table.lock(id).orElseThrow();
        });
    }

    private String department(String id, Map<String, Text> errors) {
        if (id == null
                || departments.departments().stream()
                        .noneMatch(known -> known.id().equals(id))) {
            errors.put("department", new Text("Wählen Sie einen Fachbereich.", "Choose a department."));
        }
        return id;
    }

    /** Databases know other ends of time. */
    private static void day(String field, Instant time, Map<String, Text> errors) {
        if (time != null && (time.isBefore(EARLIEST) || !time.isBefore(LATEST))) {
            errors.put(
                    field,
                    new Text("Ein Tag liegt in den Jahren 1900 bis 9999.", "A day is in the years 1900 to 9999."));
        }
    }

    private static Optional<VerifierKey> key(String text, Map<String, Text> errors) {
        try {
            if (text != null && text.strip().length() <= LONGEST_KEY) {
                return Optional.of(VerifierKey.parse(text.strip()));
            }
        } catch (BadKey e) {
            errors.put("key", new Text(e.german(), e.english()));
            return Optional.empty();
        }
        errors.put(
                "key",
                new Text(
                        "Fügen Sie die Zeile ein, die „kreiswerk component keygen“ ausgegeben hat.",
                        "Paste the line that 'kreiswerk component keygen' has printed."));
        return Optional.empty();
    }

    private static void throwIfAny(Map<String, Text> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidEntry(Kind.UNPROCESSABLE, "signer-not-valid", TITLE, errors);
        }
    }

    private static RuntimeException noSigner() {
        return Refusals.of(
                Kind.NOT_FOUND,
                "signer-not-found",
                new Text("Unterschrift nicht gefunden", "Signer not found"),
                new Text("Diesen Schlüssel gibt es hier nicht.", "There is no such key here."));
    }
}
