package de.kreiswerk.deployment.web.component;

import de.kreiswerk.deployment.api.Component;
import de.kreiswerk.deployment.api.ComponentVersion;
import de.kreiswerk.deployment.web.page.PageBasics;
import java.util.List;

/**
 * The components by department.
 *
 * @param basics what every page shows
 * @param mayUpload whether the reader may deploy anywhere
 * @param groups the departments that have some
 */
public record ComponentListView(PageBasics basics, boolean mayUpload, List<Group> groups) {

    /**
     * A department.
     *
     * @param department its name
     * @param rows its components
     */
    public record Group(String department, List<Row> rows) {}

    /**
     * A component.
     *
     * @param component the component
     * @param active the version that runs or is to run, null when none is
     * @param by who switched it last, null when that is not to be known
     * @param waiting that versions wait for approval, null when none does
     */
    public record Row(Component component, ComponentVersion active, String by, String waiting) {

        /** Where it is. */
        public String address() {
            return Places.component(component.name());
        }

        /** How its state looks. */
        public String look() {
            return ComponentView.look(component);
        }
    }
}
