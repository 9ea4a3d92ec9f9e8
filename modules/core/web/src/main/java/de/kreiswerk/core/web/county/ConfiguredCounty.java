package de.kreiswerk.core.web.county;

import de.kreiswerk.core.api.county.County;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The county as its settings state it. A setting that cannot be right is told in the log and counts as not stated: open data
 * with a wrong key would be believed, and a platform without its county serves nobody.
 */
@Component(service = County.class, configurationPid = CountyConfig.PID)
@Designate(ocd = CountyConfig.class)
public final class ConfiguredCounty implements County {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredCounty.class);
    private static final String ADDRESS = "https?://[^\\s\"<>]{1,500}";

    private final String name;
    private final String ags;
    private final String rgs;
    private final String website;
    private final String licence;
    private final String contactEmail;
    private final String contactName;

    /**
     * Reads the settings.
     *
     * @param config the settings
     */
    @Activate
    public ConfiguredCounty(CountyConfig config) {
        String stated = checked("name", config.name(), "[^\\p{Cntrl}]{1,200}", "1 to 200 characters in one line");
        this.name = stated.isEmpty() ? CountyConfig.NAME : stated;
        this.ags = checked("ags", config.ags(), "[0-9]{8}", "8 digits");
        this.rgs = checked("rgs", config.rgs(), "[0-9]{12}", "12 digits");
        this.website = checked("website", config.website(), ADDRESS, "an address that begins with https:// or http://");
        this.licence = checked("licence", config.licence(), ADDRESS, "an address that begins with https:// or http://");
        this.contactEmail =
                checked("contactEmail", config.contactEmail(), "[^\\s@<>\"]+@[^\\s@<>\"]+", "an e-mail address");
        this.contactName = checked(
                "contactName", config.contactName(), "[^\\p{Cntrl}]{1,200}", "up to 200 characters in one line");
    }

    private static String checked(String key, String value, String pattern, String expected) {
        String stripped = value == null ? "" : value.strip();
        if (stripped.isEmpty() || stripped.matches(pattern)) {
            return stripped;
        }
        LOG.error("{}/{} is '{}', but must be {}; it counts as not set", CountyConfig.PID, key, stripped, expected);
        return "";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String ags() {
        return ags;
    }

    @Override
    public String rgs() {
        return rgs;
    }

    @Override
    public String website() {
        return website;
    }

    @Override
    public String licence() {
        return licence;
    }

    @Override
    public String contactEmail() {
        return contactEmail;
    }

    @Override
    public String contactName() {
        return contactName;
    }
}
