package de.kreiswerk.proposals.web.meetings;

import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Tile;
import de.kreiswerk.proposals.web.view.CommonTexts;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to the meetings from the start page, as long as their pages are there. */
@Component(reference = @Reference(name = "publication", service = Publication.class))
public class MeetingsTile implements Tile {

    @Override
    public Text title() {
        return CommonTexts.MEETINGS;
    }

    @Override
    public Text description() {
        return MeetingTexts.TILE;
    }

    @Override
    public String path() {
        return MeetingsServlet.BASE;
    }

    @Override
    public int order() {
        return MeetingsNavigation.ORDER;
    }
}
