package de.kreiswerk.core.api.county;

import org.osgi.annotation.versioning.ProviderType;

/** The county that this platform serves, as configured. A changed configuration is a new service. */
@ProviderType
public interface County {

    /**
     * Its name.
     *
     * @return such as {@code Landkreis Lüneburg}
     */
    String name();

    /**
     * The Amtlicher Gemeindeschlüssel.
     *
     * @return 8 digits with leading zeros as OParl wants them, such as {@code 03355000}; empty when not configured
     */
    String ags();

    /**
     * The Regionalschlüssel.
     *
     * @return 12 digits, such as {@code 033550000000}; empty when not configured
     */
    String rgs();

    /**
     * Its own website.
     *
     * @return an absolute http or https address; empty when not configured
     */
    String website();

    /**
     * The licence of what is published, as an address.
     *
     * @return such as {@code https://www.govdata.de/dl-de/by-2-0}; empty when none is granted
     */
    String licence();

    /**
     * Whom users of the open data may write to.
     *
     * @return an e-mail address; empty when not configured
     */
    String contactEmail();

    /**
     * Who answers there.
     *
     * @return a name or office; empty when not configured
     */
    String contactName();
}
