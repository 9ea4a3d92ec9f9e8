package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.wants.Wants;
import java.util.List;
import java.util.Optional;

/**
 * Judges an archive by its department's grant and by what holds for all. It looks at what is written in the archive; it does not
 * run anything, and it is no sandbox.
 */
public final class Policy {

    private static final List<Check> CHECKS = List.of(
            new NameCheck(),
            new VersionCheck(),
            new ConfigurationCheck(),
            new HeaderCheck(),
            new ExportCheck(),
            new ImportCheck(),
            new AddressCheck(),
            new RestCheck(),
            new WhiteboardCheck(),
            new ServiceCheck(),
            new CycleCheck(),
            new HealthCheckTags(),
            new MigrationCheck(),
            new EntityCheck(),
            new WantCheck());

    private Policy() {}

    /**
     * Judges.
     *
     * @param archive the archive
     * @param grant what its department may
     * @param rules what holds for all departments
     * @param active what of the component is active, empty when nothing is
     * @return what was found, the worst first; nothing but {@link Severity#NOTE} stands in nobody's way
     */
    public static List<Finding> judge(
            Archive archive, DepartmentGrant grant, Rules rules, Optional<ActiveVersion> active) {
        return judge(archive, grant, rules, active, Wants::of);
    }

    /**
     * Judges what was judged before.
     *
     * @param archive the archive
     * @param grant what its department may
     * @param rules what holds for all departments
     * @param active what of the component is active, empty when nothing is
     * @param wants what the code of the archive wants
     * @return what was found, the worst first; nothing but {@link Severity#NOTE} stands in nobody's way
     */
    public static List<Finding> judge(
            Archive archive, DepartmentGrant grant, Rules rules, Optional<ActiveVersion> active, WantsOf wants) {
        Findings findings = new Findings();
        try {
            Case subject = Case.open(archive, grant, rules, active, wants);
            for (Check check : CHECKS) {
                check.check(subject, findings);
            }
        } catch (BadArchive e) {
            findings.add(e);
        }
        return findings.worstFirst();
    }
}
