package de.kreiswerk.proposals.web.papers;

import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.FileAnswers;
import de.kreiswerk.core.api.web.Tile;
import de.kreiswerk.proposals.web.view.CommonTexts;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to the papers from the start page, as long as their pages are there. */
@Component(
        reference = {
            @Reference(name = "publication", service = Publication.class),
            @Reference(name = "files", service = FileAnswers.class)
        })
public class PapersTile implements Tile {

    @Override
    public Text title() {
        return CommonTexts.PAPERS;
    }

    @Override
    public Text description() {
        return Texts.TILE;
    }

    @Override
    public String path() {
        return PapersServlet.BASE;
    }

    @Override
    public int order() {
        return PapersNavigation.ORDER;
    }
}
