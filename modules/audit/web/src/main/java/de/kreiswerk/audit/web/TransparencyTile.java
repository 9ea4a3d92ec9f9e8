package de.kreiswerk.audit.web;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Tile;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says on the start page what the page is for. */
@Component(reference = @Reference(name = "log", service = AuditLog.class))
public class TransparencyTile implements Tile {

    @Override
    public Text title() {
        return TransparencyTexts.TITLE;
    }

    @Override
    public Text description() {
        return TransparencyTexts.TILE;
    }

    @Override
    public String path() {
        return TransparencyServlet.PATH;
    }

    @Override
    public int order() {
        return TransparencyNavigation.ORDER;
    }
}
