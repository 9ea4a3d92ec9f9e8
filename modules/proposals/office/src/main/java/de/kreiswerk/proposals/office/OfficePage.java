package de.kreiswerk.proposals.office;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ConsolePage;
import de.kreiswerk.proposals.api.PaperReader;
import de.kreiswerk.proposals.api.ProposalsPermissions;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to the papers of the administration. It asks for what the page asks for, so that it goes when it goes. */
@Component(service = ConsolePage.class, reference = @Reference(name = "papers", service = PaperReader.class))
public final class OfficePage implements ConsolePage {

    private static final int ORDER = 10;

    @Override
    public Text title() {
        return OfficeTexts.PAPERS;
    }

    @Override
    public String path() {
        return OfficeServlet.BASE;
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
        return ProposalsPermissions.READ;
    }
}
