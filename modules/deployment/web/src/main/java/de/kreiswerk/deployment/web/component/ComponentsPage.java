package de.kreiswerk.deployment.web.component;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ConsolePage;
import de.kreiswerk.deployment.api.Components;
import de.kreiswerk.deployment.api.DeploymentPermissions;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to the components. It asks for what the page asks for, so that it goes when it goes. */
@Component(service = ConsolePage.class, reference = @Reference(name = "components", service = Components.class))
public final class ComponentsPage implements ConsolePage {

    private static final int ORDER = 10;

    @Override
    public Text title() {
        return ComponentTexts.COMPONENTS;
    }

    @Override
    public String path() {
        return Places.LIST;
    }

    @Override
    public Group group() {
        return Group.AREAS;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String permission() {
        return DeploymentPermissions.READ;
    }
}
