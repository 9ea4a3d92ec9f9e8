package de.kreiswerk.audit.web.console;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.api.identity.Grant;
import de.kreiswerk.core.api.web.TrailLinks;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads auditors from an object to its records. It asks for what the page asks for, so that it goes when it goes. */
@Component(service = TrailLinks.class, reference = @Reference(name = "search", service = AuditSearch.class))
public final class HistoryLinks implements TrailLinks {

    @Override
    public Optional<String> history(Caller caller, String objectType, String objectId) {
        return caller != null && caller.may(AuditPermissions.READ, Grant.ALL)
                ? Optional.of(Places.object(objectType, objectId))
                : Optional.empty();
    }
}
