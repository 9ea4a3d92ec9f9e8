package @PACKAGE@;

import de.kreiswerk.core.api.web.WebConstants;
import java.util.Set;
import javax.ws.rs.core.Application;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/** Alle Schnittstellen dieses Dienstes, unter einer Adresse. Rechteprüfung, JSON und Fehlermeldungen bringt die Plattform mit. */
@Component(service = Application.class)
@JaxrsApplicationBase("/api/@PATH@/@SHORT@/v1")
@JaxrsName("@NAME@")
@JaxrsExtensionSelect(WebConstants.REST_BASICS)
public final class RestApplication extends Application {

    private final Set<Object> singletons = Set.of(new GreetingResource());

    @Override
    public Set<Object> getSingletons() {
        return singletons;
    }
}
