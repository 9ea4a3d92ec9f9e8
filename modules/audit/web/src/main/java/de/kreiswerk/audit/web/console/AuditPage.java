package de.kreiswerk.audit.web.console;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.AuditSearch;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ConsolePage;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to the trail. It asks for what the page asks for, so that it goes when it goes. */
@Component(service = ConsolePage.class, reference = @Reference(name = "search", service = AuditSearch.class))
public final class AuditPage implements ConsolePage {

    /** Behind the log, which is about the platform and not about what people did. */
    private static final int ORDER = 85;

    @Override
    public Text title() {
        return AuditTexts.TITLE;
    }

    @Override
    public String path() {
        return Places.SEARCH;
    }

    @Override
    public Group group() {
        return Group.PLATFORM;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String permission() {
        return AuditPermissions.READ;
    }
}
