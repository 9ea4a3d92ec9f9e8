package de.kreiswerk.deployment.service;

import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.DepartmentDirectory;
import de.kreiswerk.core.api.persistence.BlobStore;
import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.ComponentVersion.BundleStatement;
import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.api.Components;
import de.kreiswerk.deployment.api.DeploymentGrant;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.api.Finding;
import de.kreiswerk.deployment.api.Signer;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.component.ComponentDescription;
import de.kreiswerk.deployment.archive.policy.ActiveVersion;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.signature.SignatureReport;
import de.kreiswerk.deployment.archive.signature.SignatureState;
import de.kreiswerk.deployment.archive.signature.TrustedKey;
import de.kreiswerk.deployment.archive.zip.Limits;
import de.kreiswerk.deployment.service.judge.Judge;
import de.kreiswerk.deployment.service.judge.SignatureWords;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.Former;
import de.kreiswerk.deployment.service.store.GrantTable;
import de.kreiswerk.deployment.service.store.SignerTable;
import de.kreiswerk.deployment.service.store.StepTable;
import de.kreiswerk.deployment.service.store.StoredArchives;
import de.kreiswerk.deployment.service.store.StoredComponent;
import de.kreiswerk.deployment.service.store.StoredVersion;
import de.kreiswerk.deployment.service.store.TypedValues;
import de.kreiswerk.deployment.service.store.VersionFacts;
import de.kreiswerk.deployment.service.trail.DeploymentTrail;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Takes archives in: reads, checks, keeps, or refuses; what is refused leaves a record and nothing else. */
final class Uploads {

    /** Beyond that somebody uploads without ever switching. */
    private static final int MOST_VERSIONS = 50;

    private final Transactions transactions;
    private final AuditTrail trail;
    private final BlobStore blobs;
    private final DepartmentDirectory departments;
    private final Judge judge;
    private final Clock clock;
    private final Inbox inbox = new Inbox(
            Path.of(System.getProperty("java.io.tmpdir")), Limits.standard().packedBytes());

    Uploads(
            Transactions transactions,
            AuditTrail trail,
            BlobStore blobs,
            DepartmentDirectory departments,
            Judge judge,
            Clock clock) {
        this.transactions = transactions;
        this.trail = trail;
        this.blobs = blobs;
        this.departments = departments;
        this.judge = judge;
        this.clock = clock;
    }

    /** Takes all of it from its sender, who may be slow. */
    Inbox.Received receive(Caller caller, InputStream in) throws IOException {
        if (!caller.mayAnywhere(DeploymentPermissions.DEPLOY)) {
            caller.require(DeploymentPermissions.DEPLOY, "-");
        }
        try {
            return inbox.receive(in);
        } catch (ProblemException e) {
            throw recorded(caller, null, null, e);
        } catch (IOException e) {
            recorded(caller, null, null, brokenOff());
            throw e;
        }
    }

    StoredVersion take(Caller caller, Path received) throws IOException {
        Archive archive;
        try {
            archive = Archive.read(received, Limits.standard());
        } catch (BadArchive e) {
            throw recorded(caller, null, null, badArchive(e));
        }
        ComponentDescription component = archive.component();
        Optional<DepartmentDirectory.Entry> department = department(component.department());
        try {
            String id = department
                    .orElseThrow(() -> Refusals.noDepartment(component.department()))
                    .id();
            caller.require(DeploymentPermissions.DEPLOY, id);
            return take(caller, archive, department.get());
        } catch (ProblemException e) {
            throw recorded(
                    caller,
                    archive,
                    department.map(DepartmentDirectory.Entry::id).orElse(null),
                    e);
        }
    }

    private Optional<DepartmentDirectory.Entry> department(String named) {
        return departments.departments().stream()
                .filter(entry -> entry.id().equals(named) || same(entry.shortName(), named))
                .findFirst();
    }

    private static boolean same(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }

    private StoredVersion take(Caller caller, Archive archive, DepartmentDirectory.Entry department) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String name = archive.component().name();
        Optional<StoredVersion> same = transactions.call(tx -> room(
                new ComponentTable(tx),
                name,
                archive.sha256(),
                archive.component().version().toString()));
        if (same.isPresent()) {
            return same.get();
        }
        Known rules = transactions.call(tx -> known(tx, name, department.id()));
        SignatureReport signature = validSignature(rules, archive, now);
        VersionFacts facts = facts(archive, department, rules, signature);
        boolean waits =
                facts.findings().stream().anyMatch(finding -> finding.severity() == Finding.Severity.NEEDS_APPROVAL);
        StoredVersion version = new StoredVersion(
                name,
                archive.sha256(),
                archive.component().version().toString(),
                waits ? State.WAITING : State.READY,
                archive.size(),
                now,
                caller.answerable(),
                null,
                null,
                null,
                facts,
                signature.signers().stream().map(rules::signer).collect(Collectors.toSet()),
                null,
                null);
        return transactions.call(tx -> {
            ComponentTable table = new ComponentTable(tx);
            if (!table.isRoomFor(facts)) {
                throw saysTooMuch();
            }
            Optional<StoredComponent> known = table.lock(name);
            if (known.isEmpty()) {
                table.insert(name, department.id());
            } else if (known.get().deleting() != null) {
                throw Refusals.deleting();
            }
            Optional<StoredVersion> other = room(table, name, version.archive(), version.version());
            if (other.isPresent()) {
                return other.get();
            }
            try (InputStream bytes = archive.open()) {
                blobs.store(bytes, Components.LARGEST, StoredArchives.owner(name));
            }
            table.insert(version);
            new StepTable(tx).insert(version, archive.component().schemaSteps());
            trail.record(DeploymentTrail.component(
                    caller, "component.uploaded", Outcome.SUCCESS, name, department.id(), details(archive)));
            return version;
        });
    }

    /** The same archive if it is there; else there must be room for it. */
    private static Optional<StoredVersion> room(ComponentTable table, String name, String archive, String version)
            throws SQLException {
        List<StoredVersion> versions = table.versions(name);
        for (StoredVersion other : versions) {
            if (other.archive().equals(archive)) {
                return Optional.of(other);
            }
            if (other.version().equals(version)) {
                throw versionExists(version);
            }
        }
        if (versions.size() >= MOST_VERSIONS) {
            throw tooMany();
        }
        return Optional.empty();
    }

    /** What must be known of a department before one of its archives is judged. */
    private record Known(
            DeploymentGrant grant, List<TrustedKey> keys, Map<String, String> signers, Optional<ActiveVersion> newest) {

        String signer(TrustedKey key) {
            return signers.get(key.key().text());
        }
    }

    private Known known(Transaction tx, String name, String department) throws SQLException {
        ComponentTable table = new ComponentTable(tx);
        Optional<StoredComponent> component = table.find(name);
        if (component.isPresent() && !component.get().department().equals(department)) {
            throw Refusals.refused(
                    "component-of-another-department",
                    new Text(
                            "Eine Komponente dieses Namens gehört einem anderen Fachbereich.",
                            "A component of this name belongs to another department."));
        }
        return new Known(
                new GrantTable(tx).find(department).orElseThrow(Uploads::noGrant),
                judge.keys(tx, department),
                new SignerTable(tx).of(department).stream().collect(Collectors.toMap(Signer::key, Signer::id)),
                component.isEmpty()
                        ? Optional.empty()
                        : Former.newest(table.versions(name)).map(StoredVersion::asActive));
    }

    private SignatureReport validSignature(Known known, Archive archive, Instant now) {
        SignatureReport signature = judge.signature(known.keys(), archive, now);
        if (signature.state() != SignatureState.VALID) {
            throw Refusals.refused(SignatureWords.code(signature.state()), signature.sentence());
        }
        return signature;
    }

    private VersionFacts facts(
            Archive archive, DepartmentDirectory.Entry department, Known known, SignatureReport signature) {
        ComponentDescription component = archive.component();
        List<de.kreiswerk.deployment.archive.policy.Finding> found =
                judge.policy(archive, known.grant(), department.shortName(), known.newest());
        List<Finding> findings = found.stream().map(Uploads::finding).toList();
        List<Finding> refused = findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.REFUSED)
                .toList();
        if (!refused.isEmpty()) {
            throw Refusals.of(
                    Kind.UNPROCESSABLE,
                    refused.get(0).code(),
                    new Text("Archiv abgelehnt", "Archive refused"),
                    refused.get(0).sentence(),
                    refused.stream()
                            .map(finding -> new Problem.Place(0, finding.sentence()))
                            .toList());
        }
        return new VersionFacts(
                component.title(),
                component.description(),
                signature.key().map(known::signer).orElse(null),
                component.bundles().stream()
                        .map(bundle -> new BundleStatement(
                                bundle.symbolicName(), bundle.version().toString()))
                        .toList(),
                findings,
                found.stream()
                        .flatMap(finding -> finding.want().stream())
                        .map(Enum::name)
                        .collect(Collectors.toSet()),
                TypedValues.write(component.configurations()));
    }

    /** What the policy says now of what was taken in before: the grant may have changed since, and the rules. */
    List<Finding> judgedAgain(Archive archive, String department) {
        Known known = transactions.call(tx -> known(tx, archive.component().name(), department));
        Optional<ActiveVersion> other =
                known.newest().filter(newest -> !newest.sha256().equals(archive.sha256()));
        return judge.policy(archive, known.grant(), other).stream()
                .map(Uploads::finding)
                .toList();
    }

    private static Finding finding(de.kreiswerk.deployment.archive.policy.Finding found) {
        return new Finding(
                found.code(),
                Finding.Severity.valueOf(found.severity().name()),
                found.sentence(),
                found.bundle().isEmpty() ? null : found.bundle(),
                found.places());
    }

    private static Map<String, String> details(Archive archive) {
        Map<String, String> details = new TreeMap<>();
        details.put("archive", archive.sha256());
        details.put("version", archive.component().version().toString());
        details.put("bytes", Long.toString(archive.size()));
        return details;
    }

    /** What is refused is known afterwards, whoever tried it. */
    private ProblemException recorded(Caller caller, Archive archive, String department, ProblemException problem) {
        transactions.call(tx -> {
            Map<String, String> details = archive == null ? new TreeMap<>() : details(archive);
            details.put("code", problem.problem().code());
            details.put("reason", SignatureWords.recorded(problem.problem()).german());
            trail.record(DeploymentTrail.component(
                    caller,
                    "component.upload-refused",
                    problem.problem().kind() == Kind.FORBIDDEN ? Outcome.DENIED : Outcome.FAILED,
                    archive == null ? "-" : archive.component().name(),
                    department,
                    details));
            return null;
        });
        return problem;
    }

    private static ProblemException badArchive(BadArchive bad) {
        return Refusals.refused(bad.code(), bad.sentence());
    }

    private static ProblemException brokenOff() {
        return Refusals.refused(
                "upload-broken-off",
                new Text(
                        "Das Archiv kam nicht vollständig an. Laden Sie es noch einmal hoch.",
                        "The archive did not arrive as a whole. Upload it again."));
    }

    private static ProblemException noGrant() {
        return Refusals.refused(
                "department-without-grant",
                new Text(
                        "Für diesen Fachbereich ist noch nicht festgelegt, was er bereitstellen darf. Bitten Sie die Administration darum.",
                        "It is not settled yet what this department may deploy. Ask your administrator for it."));
    }

    private static ProblemException saysTooMuch() {
        return Refusals.refused(
                "archive-says-too-much",
                new Text(
                        "Was das Archiv von sich sagt und was die Prüfung darin fand, ist zusammen zu lang, um es aufzubewahren. Kürzen Sie die Beschreibung und die Konfigurationen, oder teilen Sie die Komponente auf.",
                        "What the archive says of itself and what the check found in it are too long together to be kept. Shorten the description and the configurations, or divide the component."));
    }

    private static ProblemException versionExists(String version) {
        return Refusals.conflict(
                "version-exists",
                new Text(
                        "Eine andere Fassung der Version " + version
                                + " ist schon hochgeladen. Zählen Sie die Versionsnummer hoch, oder verwerfen Sie die andere.",
                        "Another edition of version " + version
                                + " has been uploaded already. Count the version up, or discard the other one."));
    }

    private static ProblemException tooMany() {
        return Refusals.conflict(
                "too-many-versions",
                new Text(
                        "Von dieser Komponente sind " + MOST_VERSIONS
                                + " Versionen hochgeladen. Verwerfen Sie erst welche.",
                        MOST_VERSIONS + " versions of this component have been uploaded. Discard some first."));
    }
}
