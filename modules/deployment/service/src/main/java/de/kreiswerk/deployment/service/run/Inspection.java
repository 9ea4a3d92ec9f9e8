package de.kreiswerk.deployment.service.run;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.DeploymentGrant;
import de.kreiswerk.deployment.api.Plan;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.policy.Finding;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.signature.SignatureReport;
import de.kreiswerk.deployment.archive.signature.SignatureState;
import de.kreiswerk.deployment.service.judge.Judge;
import de.kreiswerk.deployment.service.judge.SignatureWords;
import de.kreiswerk.deployment.service.plan.Planner;
import de.kreiswerk.deployment.service.store.ComponentTable;
import de.kreiswerk.deployment.service.store.GrantTable;
import de.kreiswerk.deployment.service.store.StoredArchives;
import de.kreiswerk.deployment.service.store.StoredVersion;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Looks at a stored version as if it had just come: the bytes, not what was once noted of them. */
final class Inspection {

    private final Workshop shop;
    private final String department;

    Inspection(Workshop shop, String department) {
        this.shop = shop;
        this.department = department;
    }

    /** The archive, as it is stored. */
    static Archive read(Workshop shop, String sha256) throws Unhealthy {
        try {
            Archive archive = StoredArchives.read(shop.blobs(), sha256).orElseThrow(Inspection::gone);
            if (!archive.sha256().equals(sha256)) {
                throw new Unhealthy(
                        new Text(
                                "Die gespeicherten Bytes sind nicht die, die hochgeladen wurden.",
                                "The bytes that are stored are not those that were uploaded."),
                        List.of());
            }
            return archive;
        } catch (IOException e) {
            throw new Unhealthy(gone().reason(), Words.lines(e), e);
        } catch (BadArchive e) {
            throw new Unhealthy(e.sentence(), List.of(), e);
        }
    }

    private static Unhealthy gone() {
        return new Unhealthy(
                new Text(
                        "Das Archiv ist nicht mehr gespeichert. Laden Sie es noch einmal hoch.",
                        "The archive is not stored any more. Upload it again."),
                List.of());
    }

    /** A key that ended since the upload was good then; a revoked one never is. */
    void signature(Archive archive, StoredVersion version) throws Unhealthy {
        SignatureReport report = shop.judge()
                .signature(
                        shop.transactions().call(tx -> shop.judge().keys(tx, department)), archive, version.uploaded());
        if (report.state() != SignatureState.VALID) {
            throw Unhealthy.recordedAs(
                    SignatureWords.sentence(report.state()),
                    report.sentence(),
                    List.of(report.state().name()));
        }
    }

    /** What a grant that was changed since the upload says. */
    DeploymentGrant policy(Archive archive, StoredVersion version, Optional<StoredVersion> active) throws Unhealthy {
        DeploymentGrant grant = shop.transactions()
                .call(tx -> new GrantTable(tx).find(department))
                .orElseThrow(() -> new Unhealthy(Judge.NO_GRANT, List.of()));
        List<Finding> findings = shop.judge()
                .policy(
                        archive,
                        grant,
                        active.filter(now -> !now.archive().equals(version.archive()))
                                .map(StoredVersion::asActive));
        List<Finding> bad = findings.stream().filter(version::isHeldUpBy).toList();
        if (!bad.isEmpty()) {
            throw new Unhealthy(
                    bad.get(0).sentence(),
                    Words.inBoth(bad.stream().map(Finding::sentence).toList()));
        }
        return grant;
    }

    /** Also of a removal. */
    void plan(String component, Optional<StoredVersion> active, Archive archive) throws Unhealthy {
        Plan plan = shop.planner().plan(new Planner.Question(component, active.map(StoredVersion::facts), archive));
        if (!plan.isPossible()) {
            throw new Unhealthy(plan.refusals().get(0), Words.inBoth(plan.refusals()));
        }
    }

    Optional<StoredVersion> version(String component, String archive) {
        return archive == null
                ? Optional.empty()
                : shop.transactions().call(tx -> new ComponentTable(tx).version(component, archive));
    }
}
