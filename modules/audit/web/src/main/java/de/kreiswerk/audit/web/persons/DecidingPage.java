package de.kreiswerk.audit.web.persons;

import de.kreiswerk.audit.api.AuditPermissions;
import de.kreiswerk.audit.api.PersonRequests;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ConsolePage;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to what is to be decided about persons. It asks for what the page asks for, so that it goes when it goes. */
@Component(service = ConsolePage.class, reference = @Reference(name = "requests", service = PersonRequests.class))
public final class DecidingPage implements ConsolePage {

    private static final int ORDER = 88;

    @Override
    public Text title() {
        return PersonTexts.TITLE_DECIDING;
    }

    @Override
    public String path() {
        return DecidingServlet.BASE;
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
        return AuditPermissions.PERSONS_SEARCH;
    }
}
