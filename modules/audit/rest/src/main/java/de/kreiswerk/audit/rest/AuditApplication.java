package de.kreiswerk.audit.rest;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.core.api.web.WebConstants;
import de.kreiswerk.core.restkit.Replaceable;
import java.util.Set;
import javax.ws.rs.core.Application;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtensionSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * The log for readers, people's tools and foreign ones alike. It lies beside {@code /api/}, which some keep from the world: most
 * of it is public.
 */
@Component(service = Application.class)
@JaxrsApplicationBase(AuditApplication.BASE)
@JaxrsName("audit")
@JaxrsExtensionSelect(WebConstants.REST_BASICS)
public final class AuditApplication extends Application {

    static final String BASE = "/audit/log";

    private final Replaceable<AuditLog> log = new Replaceable<>();
    private final Replaceable<AuditSearch> search = new Replaceable<>();
    private final Set<Object> singletons = Set.of(
            new CheckpointResource(log),
            new TileResource(log),
            new ProofResource(log),
            new RecordResource(log, search),
            new PackageResource(search),
            new OpenApiResource());

    @Override
    public Set<Object> getSingletons() {
        return singletons;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setAuditLog(AuditLog service) {
        log.set(service);
    }

    void unsetAuditLog(AuditLog service) {
        log.unset(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setAuditSearch(AuditSearch service) {
        search.set(service);
    }

    void unsetAuditSearch(AuditSearch service) {
        search.unset(service);
    }
}
