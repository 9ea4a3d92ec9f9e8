package de.kreiswerk.deployment.web.component;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.ComponentVersion;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.api.Finding;
import de.kreiswerk.deployment.web.page.People;
import java.util.List;
import java.util.Map;

/**
 * A version.
 *
 * @param version the version
 * @param uploadedBy who uploaded it, null when that is not to be known
 * @param approvedBy who approved it, null when that is not to be known or nobody did
 * @param switchAddress where its plan is, null when there is nothing to switch to
 * @param again whether that is to start it once more: it is to run, and does not or reports a fault
 * @param approveAddress where it is approved, null when the reader cannot do that
 * @param discardAddress where it is discarded, null when the reader cannot do that
 * @param own whether it waits for somebody else than the reader, who uploaded it
 * @param words what the names of what code can want mean
 */
public record VersionRow(
        ComponentVersion version,
        String uploadedBy,
        String approvedBy,
        String switchAddress,
        boolean again,
        String approveAddress,
        String discardAddress,
        boolean own,
        Map<String, String> words) {

    static VersionRow of(
            Component component,
            ComponentVersion version,
            Caller reader,
            People.Known known,
            Map<String, String> words) {
        boolean mayDeploy = reader.may(DeploymentPermissions.DEPLOY, component.department());
        boolean mayApprove = reader.may(DeploymentPermissions.APPROVE, component.department());
        boolean waiting = needsApproval(version);
        boolean active = version.state() == ComponentVersion.State.ACTIVE;
        boolean again = mayStartAgain(component, version);
        boolean own = reader.subject().equals(version.uploadedBy());
        return new VersionRow(
                version,
                known.name(version.uploadedBy()),
                known.name(version.approvedBy()),
                waiting || (again ? !mayDeploy : active) ? null : at(version, Places.SWITCH),
                again,
                waiting && mayApprove && !own ? at(version, Places.APPROVE) : null,
                mayDeploy && !active ? at(version, Places.DISCARD) : null,
                waiting && own,
                words);
    }

    /** Whether somebody must approve it before it is switched to, or started again. */
    public static boolean needsApproval(ComponentVersion version) {
        return version.state() == ComponentVersion.State.WAITING
                || version.approvedBy() == null
                        && version.findings().stream()
                                .anyMatch(finding -> finding.severity() == Finding.Severity.NEEDS_APPROVAL);
    }

    /** Whether it is to run and does not, or its checks report a fault: it can be switched to once more then. */
    static boolean mayStartAgain(Component component, ComponentVersion version) {
        return version.archive().equals(component.active())
                && (component.state() == Component.State.FAILED || reportsFault(component));
    }

    static boolean reportsFault(Component component) {
        return component.health() == Component.Health.CRITICAL;
    }

    /** Whether its active version would not be started again. */
    public static boolean runsUnapproved(Component component) {
        return component.versions().stream()
                .anyMatch(version -> version.archive().equals(component.active()) && needsApproval(version));
    }

    /** Whether it runs, and would not be started again. */
    public boolean runsUnapproved() {
        return version.state() == ComponentVersion.State.ACTIVE && needsApproval(version);
    }

    private static String at(ComponentVersion version, String what) {
        return Places.of(version.component(), what, version.archive());
    }

    /** The version that runs or is to run, null when none is. */
    static ComponentVersion active(Component component) {
        return component.versions().stream()
                .filter(version -> version.archive().equals(component.active()))
                .findFirst()
                .orElse(null);
    }

    /** Whether it waits, and neither the reader's approval nor the reader's upload has to do with it. */
    public boolean waitsForOthers() {
        return needsApproval(version) && approveAddress == null && !own;
    }

    /** Whether the reader can do something with it. */
    public boolean hasActions() {
        return switchAddress != null || approveAddress != null || discardAddress != null;
    }

    /** What its code wants, in words where there are some. */
    public List<String> wants() {
        return version.wants().stream()
                .sorted()
                .map(want -> words.getOrDefault(want, want))
                .toList();
    }

    /** How its state looks. */
    public String look() {
        return switch (version.state()) {
            case ACTIVE -> "success";
            case WAITING -> "warning";
            case QUARANTINED -> "danger";
            case READY, KEPT -> "info";
        };
    }

    /** How a finding looks. */
    public static String look(Finding.Severity severity) {
        return switch (severity) {
            case REFUSED -> "danger";
            case NEEDS_ADMINISTRATOR, NEEDS_APPROVAL -> "warning";
            case NOTE -> "info";
        };
    }
}
