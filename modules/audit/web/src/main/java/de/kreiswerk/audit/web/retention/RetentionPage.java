package de.kreiswerk.audit.web.retention;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.Retention;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ConsolePage;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to what goes and what stays. It asks for what the page asks for, so that it goes when it goes. */
@Component(service = ConsolePage.class, reference = @Reference(name = "retention", service = Retention.class))
public final class RetentionPage implements ConsolePage {

    /** Behind the trail. */
    private static final int ORDER = 86;

    @Override
    public Text title() {
        return RetentionTexts.TITLE;
    }

    @Override
    public String path() {
        return RetentionServlet.BASE;
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
        return AuditPermissions.READ_RETENTION;
    }
}
