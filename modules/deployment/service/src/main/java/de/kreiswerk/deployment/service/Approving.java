package de.kreiswerk.deployment.service;

import de.kreiswerk.core.api.audit.AuditEvent.Outcome;
import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.api.Finding;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.GrantTable;
import de.kreiswerk.deployment.service.store.StoredComponent;
import de.kreiswerk.deployment.service.store.StoredVersion;
import de.kreiswerk.deployment.service.trail.DeploymentTrail;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Four eyes: somebody other than the uploader answers for what exceeds a department's grant, and has seen what it is. */
final class Approving {

    private final Transactions transactions;
    private final AuditTrail trail;
    private final BiFunction<StoredComponent, String, List<Finding>> judgedAgain;

    /** Judges a version with the grant as it is now. */
    Approving(
            Transactions transactions,
            AuditTrail trail,
            BiFunction<StoredComponent, String, List<Finding>> judgedAgain) {
        this.transactions = transactions;
        this.trail = trail;
        this.judgedAgain = judgedAgain;
    }

    /** What is refused by now cannot be approved. */
    StoredVersion approve(Caller caller, StoredComponent component, String archive) {
        String name = component.name();
        transactions.call(tx -> {
            mayApprove(
                    caller,
                    component,
                    new ComponentTable(tx).version(name, archive).orElseThrow(Refusals::noVersion));
            return null;
        });
        List<Finding> findings = judgedAgain.apply(component, archive);
        findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.REFUSED)
                .findFirst()
                .ifPresent(refused -> {
                    throw Refusals.refused(refused.code(), refused.sentence());
                });
        mustHaveBeenSeen(component, archive, findings);
        return transactions.call(tx -> {
            ComponentTable table = new ComponentTable(tx);
            StoredComponent locked = ComponentsService.readable(caller, table.lock(name));
            StoredVersion version = table.version(name, archive).orElseThrow(Refusals::noVersion);
            mayApprove(caller, locked, version);
            if (version.state() != State.WAITING
                    && Approvals.open(version, findings).isEmpty()) {
                if (version.approvedBy() != null) {
                    return version;
                }
                throw Refusals.conflict(
                        "nothing-to-approve",
                        new Text("Diese Version braucht keine Freigabe.", "This version needs no approval."));
            }
            Set<String> approves = Approvals.all(findings);
            table.approve(
                    name, archive, caller.subject(), approves, version.facts().with(findings));
            trail.record(DeploymentTrail.component(
                    caller,
                    "component.approved",
                    Outcome.SUCCESS,
                    name,
                    locked.department(),
                    Map.of(
                            "archive",
                            archive,
                            "version",
                            version.version(),
                            "approved",
                            String.join(", ", new TreeSet<>(approves)))));
            return table.version(name, archive).orElseThrow();
        });
    }

    private static void mayApprove(Caller caller, StoredComponent component, StoredVersion version) {
        caller.require(DeploymentPermissions.APPROVE, component.department());
        if (caller.isMachine()) {
            // Whoever uploads by one could approve as themselves, or the other way round.
            throw Refusals.of(
                    Kind.FORBIDDEN,
                    "approval-by-machine",
                    new Text("Vier Augen", "Four eyes"),
                    new Text(
                            "Mit einem API-Token kann niemand freigeben. Melden Sie sich an.",
                            "Nobody can approve with an API token. Sign in."));
        }
        if (version.uploadedBy().equals(caller.answerable())) {
            throw Refusals.of(
                    Kind.FORBIDDEN,
                    "approval-by-uploader",
                    new Text("Vier Augen", "Four eyes"),
                    new Text(
                            "Freigeben muss jemand anderes als die Person, die hochgeladen hat.",
                            "Somebody other than the uploader must approve."));
        }
    }

    /** What was not shown to whoever approves is shown first. */
    private void mustHaveBeenSeen(StoredComponent component, String archive, List<Finding> findings) {
        boolean seen = transactions.call(tx -> {
            ComponentTable table = new ComponentTable(tx);
            StoredVersion version = table.version(component.name(), archive).orElseThrow(Refusals::noVersion);
            List<Finding> shown =
                    Approvals.now(version.facts().findings(), new GrantTable(tx).find(component.department()));
            if (Approvals.all(shown).containsAll(Approvals.all(findings))) {
                return true;
            }
            table.facts(component.name(), archive, version.facts().with(findings));
            return false;
        });
        if (!seen) {
            throw Refusals.conflict(
                    "findings-changed",
                    new Text(
                            "Die Prüfung findet inzwischen mehr, als Sie gesehen haben. Sehen Sie nach, was es ist, und geben Sie dann frei.",
                            "By now the check finds more than you have seen. See what it is, and approve then."));
        }
    }
}
