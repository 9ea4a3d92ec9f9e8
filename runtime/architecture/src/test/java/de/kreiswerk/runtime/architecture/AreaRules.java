package de.kreiswerk.runtime.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Who may know whom (ARCHITECTURE 2.2 to 2.4). */
final class AreaRules {

    /** Rooms that translate, and leave rules and data to the service. */
    private static final Set<String> ROOMS_WITHOUT_DATA = Set.of("rest", "web", "oparl");

    private static final List<String> DATA_ACCESS = List.of("java.sql.", "javax.sql.", "jakarta.persistence.");
    private static final List<String> STORED = List.of(
            "jakarta.persistence.Entity", "jakarta.persistence.Embeddable", "jakarta.persistence.MappedSuperclass");

    private AreaRules() {}

    /**
     * Within an area as well: what is swapped on its own is known by its contract only. A library is not swapped on its own: it
     * is part of the bundles in which it is nested, those of its area, and those of all areas when it is the core's.
     */
    static List<String> meetInApis(House house) {
        return betweenBundles(
                house,
                (user, used) -> used.isApi()
                                || used.isLibrary()
                                        && (used.isCore() || used.area().equals(user.area()))
                        ? Optional.empty()
                        : Optional.of(user + " reaches into " + used + " past its api"));
    }

    static List<String> coreKnowsNoArea(House house) {
        return betweenBundles(
                house,
                (user, used) -> user.isCore() && !used.isCore()
                        ? Optional.of("The core knows the area " + used.area())
                        : Optional.empty());
    }

    private static List<String> betweenBundles(House house, BiFunction<Bundle, Bundle, Optional<String>> rule) {
        List<String> violations = new ArrayList<>();
        for (Bundle user : house.bundlesAndLibraries()) {
            for (JavaClass type : house.classesOf(user)) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    house.owner(dependency.getTargetClass())
                            .filter(used -> used != user)
                            .flatMap(used -> rule.apply(user, used))
                            .ifPresent(words -> violations.add(words + ": " + dependency.getDescription()));
                }
            }
        }
        return violations;
    }

    static List<String> leaveDataToServices(House house) {
        List<String> violations = new ArrayList<>();
        for (Bundle bundle : house.bundles()) {
            if (ROOMS_WITHOUT_DATA.contains(bundle.room())) {
                for (JavaClass type : house.classesOf(bundle)) {
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        String target = dependency
                                .getTargetClass()
                                .getBaseComponentType()
                                .getName();
                        if (DATA_ACCESS.stream().anyMatch(target::startsWith)) {
                            violations.add(bundle + " works with data itself: " + dependency.getDescription());
                        }
                    }
                }
            }
        }
        return violations;
    }

    static List<String> keepEntitiesAtHome(House house) {
        List<String> violations = new ArrayList<>();
        for (JavaClass type : house.classes()) {
            if (STORED.stream().noneMatch(type::isAnnotatedWith)) {
                continue;
            }
            Bundle home = house.owner(type).orElseThrow();
            if (home.headers() != null
                    && home.headers().clauses("Export-Package").containsKey(type.getPackageName())) {
                violations.add(type.getName() + " is stored and lies in an exported package");
            }
            for (Dependency dependency : type.getDirectDependenciesToSelf()) {
                if (house.owner(dependency.getOriginClass()).orElseThrow() != home) {
                    violations.add("An entity leaves its bundle: " + dependency.getDescription());
                }
            }
        }
        return violations;
    }
}
