package de.kreiswerk.console.web.log;

import de.kreiswerk.console.web.view.Permissions;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ConsolePage;
import org.osgi.service.component.annotations.Component;

/** Leads to the log. */
@Component
public class LogPage implements ConsolePage {

    private static final int ORDER = 80;

    @Override
    public Text title() {
        return LogTexts.TITLE;
    }

    @Override
    public String path() {
        return LogServlet.PATH;
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
        return Permissions.LOG;
    }
}
