package de.kreiswerk.proposals.service;

import de.kreiswerk.core.api.identity.DepartmentDirectory;
import de.kreiswerk.core.api.identity.DepartmentListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells {@link DepartmentOrganizations} of departments that changed while one of both sides was not there. A component of its own,
 * because the directory looks for its listeners: a listener that looked for the directory would be a cycle.
 */
@Component(
        service = {},
        immediate = true)
public final class DepartmentsCatchUp {

    private static final Logger LOG = LoggerFactory.getLogger(DepartmentsCatchUp.class);

    @Activate
    public DepartmentsCatchUp(
            @Reference DepartmentDirectory directory,
            @Reference(target = "(component.name=de.kreiswerk.proposals.service.DepartmentOrganizations)")
                    DepartmentListener organizations) {
        try {
            directory.departments().forEach(department -> tell(organizations, department));
        } catch (RuntimeException e) {
            LOG.warn("Departments are not known as organizations, until they are changed next: {}", e.toString());
        }
    }

    private static void tell(DepartmentListener organizations, DepartmentDirectory.Entry department) {
        try {
            organizations.changed(department);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Department {} is not known as an organization, until it changes: {}",
                    department.id(),
                    e.toString());
        }
    }
}
