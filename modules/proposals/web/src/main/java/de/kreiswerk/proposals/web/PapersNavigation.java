package de.kreiswerk.proposals.web;

import de.kreiswerk.core.api.persistence.BlobStore;
import de.kreiswerk.core.api.publication.Publication;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.NavigationEntry;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to the papers. It asks for what their pages ask for, so that it goes when they go. */
@Component(
        reference = {
            @Reference(name = "publication", service = Publication.class),
            @Reference(name = "blobs", service = BlobStore.class)
        })
public class PapersNavigation implements NavigationEntry {

    private static final int ORDER = 100;

    @Override
    public Text label() {
        return Texts.PAPERS;
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
