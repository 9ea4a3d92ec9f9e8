package de.kreiswerk.identity.web.console;

import de.kreiswerk.core.api.identity.Caller;
import de.kreiswerk.core.formkit.Option;
import de.kreiswerk.identity.api.Department;
import de.kreiswerk.identity.api.Departments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The departments as a list to choose from, those below others moved in. */
final class DepartmentOptions {

    private static final String INDENT = "\u2013 ";

    private final List<Department> departments;
    private final Map<String, Integer> depth = new HashMap<>();

    DepartmentOptions(Departments service, Caller caller) {
        this.departments = service.all(caller);
        for (Department department : departments) {
            Integer above = department.parentId() == null ? null : depth.get(department.parentId());
            depth.put(department.id(), above == null ? 0 : above + 1);
        }
    }

    List<Department> all() {
        return departments;
    }

    int depth(Department department) {
        return depth.get(department.id());
    }

    List<Option> options(Set<String> chosen) {
        List<Option> options = new ArrayList<>();
        for (Department department : departments) {
            options.add(new Option(
                    department.id(),
                    INDENT.repeat(depth(department)) + department.shortName() + " " + department.name(),
                    chosen.contains(department.id())));
        }
        return options;
    }

    /** What they are called, one after the other. */
    String names(Set<String> ids) {
        return departments.stream()
                .filter(department -> ids.contains(department.id()))
                .map(department -> department.shortName() + " " + department.name())
                .collect(Collectors.joining(", "));
    }

    /** Null when there is no such department. */
    Department find(String id) {
        return departments.stream()
                .filter(department -> department.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
