package de.kreiswerk.deployment.web.grant;

import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.DeploymentGrant;
import de.kreiswerk.deployment.web.page.PageBasics;
import java.util.List;

/**
 * What departments may deploy.
 *
 * @param basics what every page shows
 * @param rows those that may deploy something
 * @param others those that may not, for who may change that
 */
public record GrantListView(PageBasics basics, List<Row> rows, List<Without> others) {

    /**
     * A department that may deploy something.
     *
     * @param grant what
     * @param department what it is called
     * @param wants what its code may do, in words
     * @param unapproved what of it runs and would not be started again
     * @param address where that is shown
     */
    public record Row(
            DeploymentGrant grant, String department, List<String> wants, List<Component> unapproved, String address) {}

    /**
     * A department that may not.
     *
     * @param department what it is called
     * @param address where that is changed
     */
    public record Without(String department, String address) {}
}
