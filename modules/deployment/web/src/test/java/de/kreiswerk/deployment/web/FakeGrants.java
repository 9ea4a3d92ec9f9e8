package de.kreiswerk.deployment.web;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.DeploymentGrant;
import de.kreiswerk.deployment.api.DeploymentGrants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One department may deploy; notes what is put. */
public final class FakeGrants implements DeploymentGrants {

    private static final DeploymentGrant GRANT = new DeploymentGrant(
            FakeDeployment.DEPARTMENT, "de.lueneburg.ordnung", "ordnung", Set.of("SOCKETS"), Set.of("org.x"), 4);

    public final List<String> calls = new ArrayList<>();
    public ProblemException refusal;

    @Override
    public List<DeploymentGrant> all(Caller caller) {
        return List.of(GRANT);
    }

    @Override
    public Optional<DeploymentGrant> find(Caller caller, String department) {
        return department.equals(FakeDeployment.DEPARTMENT) ? Optional.of(GRANT) : Optional.empty();
    }

    @Override
    public DeploymentGrant put(Caller caller, String department, Entry entry, Long expected) {
        if (refusal != null) {
            throw refusal;
        }
        calls.add(department + " " + entry.namespace() + " " + entry.path() + " " + entry.wants() + " "
                + new TreeSet<>(entry.imports()) + " " + expected);
        return GRANT;
    }

    @Override
    public List<Want> wants() {
        return List.of(
                new Want("SOCKETS", Text.same("Netzverbindungen öffnen")),
                new Want("FILES", Text.same("Dateien lesen")));
    }
}
