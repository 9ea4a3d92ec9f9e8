package de.kreiswerk.deployment.service.store;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.archive.component.ComponentVersion;
import de.kreiswerk.deployment.archive.component.SchemaStep;
import java.util.List;
import java.util.Optional;

/**
 * A step that a version has taken, or may have: the tables are as it leaves them, whatever runs now.
 *
 * @param archive the version's archive
 * @param version the version
 * @param step what it did
 */
public record RanStep(String archive, String version, SchemaStep step) {

    /**
     * The step after which a version does not run any more.
     *
     * @param steps those of the version's component
     * @param version which is to run
     * @return empty when it runs
     */
    public static Optional<RanStep> breaking(List<RanStep> steps, StoredVersion version) {
        return steps.stream()
                .filter(ran -> !ran.archive.equals(version.archive())
                        && ran.step.breaks(ComponentVersion.parse(version.version())))
                .findFirst();
    }

    /**
     * Says it.
     *
     * @param broken a version that does not run after it
     * @return one sentence
     */
    public Text sentence(String broken) {
        return new Text(
                "Nach dem Schritt „" + step.name() + "“ der Version " + version + " läuft die Version " + broken
                        + " nicht mehr auf den Tabellen der Komponente.",
                "After the step '" + step.name() + "' of version " + version + ", version " + broken
                        + " does not run any more on the component's tables.");
    }
}
