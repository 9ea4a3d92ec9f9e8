package de.kreiswerk.deployment.service.judge;

import de.kreiswerk.core.api.persistence.Transaction;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.notekit.BadKey;
import de.kreiswerk.core.notekit.VerifierKey;
import de.kreiswerk.deployment.api.DeploymentGrant;
import de.kreiswerk.deployment.api.Signer;
import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.policy.ActiveVersion;
import de.kreiswerk.deployment.archive.policy.DepartmentGrant;
import de.kreiswerk.deployment.archive.policy.Finding;
import de.kreiswerk.deployment.archive.policy.Policy;
import de.kreiswerk.deployment.archive.policy.Rules;
import de.kreiswerk.deployment.archive.signature.SignatureCheck;
import de.kreiswerk.deployment.archive.signature.SignatureReport;
import de.kreiswerk.deployment.archive.signature.TrustedKey;
import de.kreiswerk.deployment.archive.wants.Want;
import de.kreiswerk.deployment.service.store.SignerTable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Judges archives by what administrators said: whose signature counts, and what a department may. */
@Component(service = Judge.class)
@Designate(ocd = Judge.Config.class)
public final class Judge {

    /** Of a department that could deploy once. */
    public static final Text NO_GRANT = new Text(
            "Der Fachbereich darf nichts mehr bereitstellen.", "The department may not deploy anything any more.");

    private final BundleContext framework;
    private volatile List<String> further;
    private final KnownWants wants = new KnownWants();
    private volatile Exported exported = new Exported(List.of(), packages(List.of()));

    /** What bundles of all departments may import. */
    @ObjectClassDefinition(
            name = "Regeln für Komponenten",
            description = "Was Komponenten aller Fachbereiche benutzen dürfen.")
    public @interface Config {

        /** Packages. */
        @AttributeDefinition(
                name = "Weitere Pakete",
                description =
                        "Java-Pakete, die jede Komponente benutzen darf, außer den Schnittstellen der Plattform; am Ende auch .* für alles darunter.")
        String[] imports() default {};
    }

    @Activate
    public Judge(BundleContext framework, Config config) {
        this.framework = framework;
        modified(config);
    }

    /** Who judges goes on: else a change would end the switches that wait for their turn. */
    @Modified
    void modified(Config config) {
        further = List.of(config.imports());
    }

    /**
     * The keys of those whose signatures count.
     *
     * @param tx the transaction
     * @param department whose signers
     * @return their keys
     * @throws SQLException when the database fails
     */
    public List<TrustedKey> keys(Transaction tx, String department) throws SQLException {
        List<TrustedKey> keys = new ArrayList<>();
        for (Signer signer : new SignerTable(tx).of(department)) {
            key(signer).ifPresent(keys::add);
        }
        return keys;
    }

    /**
     * What the signature of an archive is worth. Takes its time: not within a transaction.
     *
     * @param keys which count
     * @param archive the archive
     * @param at when it came in; a key that ended since was good then, one that was revoked never is
     * @return the report
     */
    public SignatureReport signature(List<TrustedKey> keys, Archive archive, Instant at) {
        return SignatureCheck.check(archive, keys, at);
    }

    private static Optional<TrustedKey> key(Signer signer) {
        try {
            return Optional.of(new TrustedKey(
                    VerifierKey.parse(signer.key()),
                    signer.label(),
                    signer.from(),
                    signer.until(),
                    // Whoever has a stolen key could have signed at any time.
                    signer.revoked() == null ? null : Instant.EPOCH));
        } catch (BadKey e) {
            return Optional.empty();
        }
    }

    /**
     * What the policy has to say of an archive that was taken in before. Whose it is was settled then: the department may be called
     * otherwise by now.
     *
     * @param archive the archive
     * @param grant what the department may that it was taken in for
     * @param active the active version, if there is one
     * @return the findings, the worst first
     */
    public List<Finding> policy(Archive archive, DeploymentGrant grant, Optional<ActiveVersion> active) {
        return policy(archive, grant, archive.component().department(), active);
    }

    /**
     * What the policy has to say of an archive that comes in.
     *
     * @param archive the archive
     * @param grant what its department may
     * @param departmentName the department's short name, which the archive may call it by
     * @param active the active version, if there is one
     * @return the findings, the worst first
     */
    public List<Finding> policy(
            Archive archive, DeploymentGrant grant, String departmentName, Optional<ActiveVersion> active) {
        Rules standard = Rules.standard();
        Rules rules = new Rules(
                Stream.concat(standard.allowedImports().stream(), further.stream())
                        .toList(),
                platformPackages());
        Set<Want> allowed = grant.wants().stream().map(Want::valueOf).collect(Collectors.toSet());
        return Policy.judge(
                archive,
                new DepartmentGrant(
                        grant.department(), departmentName, grant.namespace(), grant.path(), allowed, grant.imports()),
                rules,
                active,
                wants);
    }

    /** What the bundles of the platform export: nobody else may. Thousands of packages, which change with a bundle only. */
    private List<String> platformPackages() {
        List<Bundle> platform = Stream.of(framework.getBundles())
                .filter(bundle -> !bundle.getLocation().startsWith("component:"))
                .toList();
        List<Long> changed = platform.stream()
                .flatMap(bundle -> Stream.of(bundle.getBundleId(), bundle.getLastModified()))
                .toList();
        Exported known = exported;
        if (!known.changed().equals(changed)) {
            known = new Exported(changed, packages(platform));
            exported = known;
        }
        return known.packages();
    }

    private static List<String> packages(List<Bundle> bundles) {
        Stream<String> exported = bundles.stream()
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .filter(revision -> revision != null)
                .flatMap(revision -> revision.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
                .map(capability -> String.valueOf(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
                .filter(name -> !name.equals(Constants.SYSTEM_BUNDLE_SYMBOLICNAME));
        return Stream.concat(Rules.standard().platformPackages().stream(), exported)
                .distinct()
                .toList();
    }

    /** Which packages, of bundles with these ids and times of their last change. */
    private record Exported(List<Long> changed, List<String> packages) {}
}
