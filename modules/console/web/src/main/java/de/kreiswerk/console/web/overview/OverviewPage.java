package de.kreiswerk.console.web.overview;

import de.kreiswerk.console.web.view.Permissions;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.Console;
import de.kreiswerk.core.api.web.ConsolePage;
import org.osgi.service.component.annotations.Component;

/** Leads to the overview. */
@Component
public class OverviewPage implements ConsolePage {

    @Override
    public Text title() {
        return OverviewTexts.TITLE;
    }

    @Override
    public String path() {
        return Console.BASE;
    }

    @Override
    public Group group() {
        return Group.PLATFORM;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public String permission() {
        return Permissions.CONSOLE;
    }
}
