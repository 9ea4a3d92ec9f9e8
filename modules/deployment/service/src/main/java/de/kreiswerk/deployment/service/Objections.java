package de.kreiswerk.deployment.service;

import de.kreiswerk.core.api.persistence.Transactions;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.DeploymentGrant;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.policy.Finding;
import de.kreiswerk.deployment.archive.policy.Severity;
import de.kreiswerk.deployment.archive.signature.SignatureReport;
import de.kreiswerk.deployment.archive.signature.SignatureState;
import de.kreiswerk.deployment.archive.signature.TrustedKey;
import de.kreiswerk.deployment.service.judge.Judge;
import de.kreiswerk.deployment.service.store.GrantTable;
import de.kreiswerk.deployment.service.store.RanStep;
import de.kreiswerk.deployment.service.store.StepTable;
import de.kreiswerk.deployment.service.store.StoredComponent;
import de.kreiswerk.deployment.service.store.StoredVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What signature, policy and the schema have against a switch, with what holds now: a plan must not promise what no switch does. */
final class Objections {

    private final Transactions transactions;
    private final Judge judge;

    Objections(Transactions transactions, Judge judge) {
        this.transactions = transactions;
        this.judge = judge;
    }

    private record Known(Optional<DeploymentGrant> grant, List<TrustedKey> keys, List<RanStep> steps) {}

    /**
     * Says them. Takes its time: not within a transaction.
     *
     * @param component the component
     * @param active what of it is active
     * @param version what is to be
     * @param archive its archive
     * @return a sentence each
     */
    List<Text> to(StoredComponent component, Optional<StoredVersion> active, StoredVersion version, Archive archive) {
        String department = component.department();
        Known known = transactions.call(tx -> new Known(
                new GrantTable(tx).find(department),
                judge.keys(tx, department),
                new StepTable(tx).ran(component.name())));
        List<Text> objections = new ArrayList<>();
        SignatureReport signature = judge.signature(known.keys(), archive, version.uploaded());
        if (signature.state() != SignatureState.VALID) {
            objections.add(signature.sentence());
        }
        Optional<StoredVersion> other = active.filter(now -> !now.archive().equals(version.archive()));
        if (other.isPresent() || active.isEmpty()) {
            RanStep.breaking(known.steps(), version)
                    .ifPresent(step -> objections.add(step.sentence(version.version())));
        }
        if (known.grant().isEmpty()) {
            objections.add(Judge.NO_GRANT);
            return objections;
        }
        judge.policy(archive, known.grant().get(), other.map(StoredVersion::asActive)).stream()
                .filter(version::isHeldUpBy)
                .map(Objections::sentence)
                .forEach(objections::add);
        return objections;
    }

    private static Text sentence(Finding finding) {
        return finding.severity() == Severity.REFUSED
                ? finding.sentence()
                : new Text(
                        finding.sentence().german() + " Das ist noch nicht freigegeben.",
                        finding.sentence().english() + " That is not approved yet.");
    }
}
