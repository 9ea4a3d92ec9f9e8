package de.kreiswerk.audit.web.console;

import de.kreiswerk.core.api.identity.DepartmentDirectory;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What departments are called. The trail can be read while nobody knows: it keeps ids. */
@Component(service = Departments.class)
public class Departments {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile DepartmentDirectory directory;

    /** The names by the ids, looked up once for a page. */
    public Map<String, String> names() {
        DepartmentDirectory service = directory;
        return service == null
                ? Map.of()
                : service.departments().stream()
                        .collect(Collectors.toMap(
                                DepartmentDirectory.Entry::id,
                                entry -> entry.shortName() + " " + entry.name(),
                                (one, other) -> one));
    }
}
