package de.kreiswerk.deployment.web.component;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.web.page.PageBasics;

/**
 * What came of a deletion.
 *
 * @param basics what every page shows
 * @param name the component's name
 * @param state how it stands
 * @param look how that looks
 * @param lead what that means
 * @param again where it is looked at once more, null when nothing changes any more
 * @param component where the component is, null when it is not there any more
 */
public record DeletionView(
        PageBasics basics, String name, Text state, String look, Text lead, String again, String component) {}
