package de.kreiswerk.proposals.web.papers;

import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.FileAnswers;
import de.kreiswerk.core.api.web.NavigationEntry;
import de.kreiswerk.proposals.web.view.CommonTexts;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to the papers. It asks for what their pages ask for, so that it goes when they go. */
@Component(
        reference = {
            @Reference(name = "publication", service = Publication.class),
            @Reference(name = "files", service = FileAnswers.class)
        })
public class PapersNavigation implements NavigationEntry {

    static final int ORDER = 100;

    @Override
    public Text label() {
        return CommonTexts.PAPERS;
    }

    @Override
    public String path() {
        return PapersServlet.BASE;
    }

    @Override
    public int order() {
        return ORDER;
    }
}
