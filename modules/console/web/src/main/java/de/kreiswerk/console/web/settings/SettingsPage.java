package de.kreiswerk.console.web.settings;

import de.kreiswerk.core.api.settings.Settings;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.ConsolePage;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to the settings. It asks for what their page asks for, so that it goes when it goes. */
@Component(reference = @Reference(name = "settings", service = Settings.class))
public class SettingsPage implements ConsolePage {

    private static final int ORDER = 50;

    @Override
    public Text title() {
        return SettingsTexts.TITLE;
    }

    @Override
    public String path() {
        return SettingsAddress.ALL;
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
        return Settings.PERMISSION;
    }
}
