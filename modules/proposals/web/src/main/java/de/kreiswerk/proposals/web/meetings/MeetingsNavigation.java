package de.kreiswerk.proposals.web.meetings;

import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.NavigationEntry;
import de.kreiswerk.proposals.web.view.CommonTexts;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to the meetings. It asks for what their pages ask for, so that it goes when they go. */
@Component(reference = @Reference(name = "publication", service = Publication.class))
public class MeetingsNavigation implements NavigationEntry {

    static final int ORDER = 110;

    @Override
    public Text label() {
        return CommonTexts.MEETINGS;
    }

    @Override
    public String path() {
        return MeetingsServlet.BASE;
    }

    @Override
    public int order() {
        return ORDER;
    }
}
