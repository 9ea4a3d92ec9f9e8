package de.kreiswerk.deployment.service;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import de.kreiswerk.deployment.service.store.Former;
import de.kreiswerk.deployment.service.store.StoredComponent;
import de.kreiswerk.deployment.service.store.StoredVersion;
import java.util.List;
import java.util.Optional;

/**
 * Why only an administrator may switch to a version.
 *
 * @param code the refusal's code
 * @param sentence why
 */
record Reserved(String code, Text sentence) {

    /**
     * Looks whether it is.
     *
     * @param caller who wants to switch
     * @param component the component
     * @param version what it is to be
     * @param versions all that there are
     * @return empty when the caller may
     */
    static Optional<Reserved> to(
            Caller caller, StoredComponent component, StoredVersion version, List<StoredVersion> versions) {
        if (caller.may(DeploymentPermissions.ADMINISTER, component.department())) {
            return Optional.empty();
        }
        if (version.state() == State.QUARANTINED) {
            return Optional.of(quarantined());
        }
        // To start what is active once more is no way back.
        return version.archive().equals(component.active())
                ? Optional.empty()
                : Former.newest(versions)
                        .filter(newest -> Former.number(version).compareTo(Former.number(newest)) < 0)
                        .map(Reserved::older);
    }

    /**
     * Looks whether to discard a version is: without the newest one that ever ran, an older one would be the newest, and another content
     * could come under its number.
     *
     * @param caller who wants to discard
     * @param component the component
     * @param version what is to go
     * @param versions all that there are
     * @return empty when the caller may
     */
    static Optional<Reserved> toDiscard(
            Caller caller, StoredComponent component, StoredVersion version, List<StoredVersion> versions) {
        boolean newest = Former.newest(versions)
                .filter(ran -> ran.archive().equals(version.archive()))
                .isPresent();
        return !newest || caller.may(DeploymentPermissions.ADMINISTER, component.department())
                ? Optional.empty()
                : Optional.of(newest());
    }

    private static Reserved newest() {
        return new Reserved(
                "version-newest",
                new Text(
                        "Dies ist die neueste Version, die je lief; nur die Administration darf sie verwerfen. Sonst könnte danach eine ältere an ihre Stelle treten.",
                        "This is the newest version that ever ran; only an administrator may discard it. Otherwise an older one could take its place."));
    }

    private static Reserved quarantined() {
        return new Reserved(
                "version-in-quarantine",
                new Text(
                        "Diese Version ist in Quarantäne, weil sie nicht funktioniert hat; nur die Administration darf sie noch einmal versuchen.",
                        "This version is in quarantine because it did not work; only an administrator may try it again."));
    }

    private static Reserved older(StoredVersion newest) {
        String number = newest.version();
        return new Reserved(
                "version-older",
                new Text(
                        "Version " + number
                                + " lief schon, und diese ist älter; nur die Administration darf auf sie umschalten. Zur vorigen Version kommen Sie mit „Zurückschalten“.",
                        "Version " + number
                                + " has run already, and this one is older; only an administrator may switch to it. 'Roll back' leads to the one before."));
    }

    ProblemException refusal() {
        return Refusals.of(
                Kind.FORBIDDEN, code, new Text("Nur für die Administration", "For administrators only"), sentence);
    }
}
