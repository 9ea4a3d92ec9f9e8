package de.kreiswerk.deployment.web.page;

import de.kreiswerk.core.api.identity.DepartmentDirectory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What departments are called. */
public final class DepartmentNames {

    private final Map<String, DepartmentDirectory.Entry> byId;

    /**
     * Looks once.
     *
     * @param directory all departments
     */
    public DepartmentNames(DepartmentDirectory directory) {
        this.byId = directory.departments().stream()
                .collect(Collectors.toMap(DepartmentDirectory.Entry::id, Function.identity(), (one, other) -> one));
    }

    /** The name of a department, or its id when there is none of it any more. */
    public String name(String id) {
        DepartmentDirectory.Entry entry = byId.get(id);
        return entry == null ? id : entry.shortName() + " " + entry.name();
    }

    /** Whether there is such a department. */
    public boolean knows(String id) {
        return byId.containsKey(id);
    }

    /** The ids of all, in the order of their names. */
    public List<String> ids() {
        return byId.keySet().stream().sorted(Comparator.comparing(this::name)).toList();
    }
}
