package de.kreiswerk.audit.web.persons;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.PersonRequests;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ConsolePage;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to the requests about persons. It asks for what the page asks for, so that it goes when it goes. */
@Component(service = ConsolePage.class, reference = @Reference(name = "requests", service = PersonRequests.class))
public final class AskingPage implements ConsolePage {

    private static final int ORDER = 87;

    @Override
    public Text title() {
        return PersonTexts.TITLE;
    }

    @Override
    public String path() {
        return AskingServlet.BASE;
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
