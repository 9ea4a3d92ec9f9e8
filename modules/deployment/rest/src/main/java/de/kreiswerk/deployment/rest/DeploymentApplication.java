package de.kreiswerk.deployment.rest;

import de.kreiswerk.core.api.web.Pages;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.restkit.Replaceable;
import de.kreiswerk.deployment.api.Components;
import de.kreiswerk.deployment.api.DeploymentGrants;
import de.kreiswerk.deployment.api.Signers;
import java.util.Set;
import javax.ws.rs.core.Application;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/** The JAX-RS application of this area. It stays while the services behind it are replaced, and says 503 meanwhile. */
@Component(service = Application.class)
@JaxrsApplicationBase(Requests.BASE)
@JaxrsName("deployment")
@JaxrsExtensionSelect(WebConstants.REST_BASICS)
public final class DeploymentApplication extends Application {

    private final Replaceable<Components> components = new Replaceable<>();
    private final Replaceable<Signers> signers = new Replaceable<>();
    private final Replaceable<DeploymentGrants> grants = new Replaceable<>();
    private final Set<Object> singletons;

    @Activate
    public DeploymentApplication(@Reference Pages pages) {
        Addresses addresses = new Addresses(pages);
        this.singletons = Set.of(
                new ComponentsResource(components, addresses),
                new SwitchesResource(components, new Waits(components)),
                new SignersResource(signers, addresses),
                new GrantsResource(grants),
                new OpenApiResource());
    }

    @Override
    public Set<Object> getSingletons() {
        return singletons;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setComponents(Components service) {
        components.set(service);
    }

    void unsetComponents(Components service) {
        components.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setSigners(Signers service) {
        signers.set(service);
    }

    void unsetSigners(Signers service) {
        signers.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setDeploymentGrants(DeploymentGrants service) {
        grants.set(service);
    }

    void unsetDeploymentGrants(DeploymentGrants service) {
        grants.unset(service);
    }
}
