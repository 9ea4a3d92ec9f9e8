package de.kreiswerk.audit.web;

import de.kreiswerk.audit.api.AuditLog;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.NavigationEntry;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to the page. It asks for what the page asks for, so that it goes when that goes. */
@Component(reference = @Reference(name = "log", service = AuditLog.class))
public class TransparencyNavigation implements NavigationEntry {

    /** Behind what people come for. */
    static final int ORDER = 900;

    @Override
    public Text label() {
        return TransparencyTexts.TITLE;
    }

    @Override
    public String path() {
        return TransparencyServlet.PATH;
    }

    @Override
    public int order() {
        return ORDER;
    }
}
