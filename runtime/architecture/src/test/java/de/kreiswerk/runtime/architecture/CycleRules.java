package de.kreiswerk.runtime.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.function.BiFunction;

/** No cycles, at any level (ARCHITECTURE 2.5). */
final class CycleRules {

    private CycleRules() {}

    static List<String> amongPackages(House house) {
        return cycles(house, "packages", (type, bundle) -> bundle + ": " + type.getPackageName());
    }

    static List<String> amongBundles(House house) {
        return cycles(house, "bundles", (type, bundle) -> bundle.toString());
    }

    static List<String> amongAreas(House house) {
        return cycles(house, "areas", (type, bundle) -> bundle.area());
    }

    private static List<String> cycles(House house, String level, BiFunction<JavaClass, Bundle, String> slice) {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return house.owner(type)
                                .map(bundle -> SliceIdentifier.of(slice.apply(type, bundle)))
                                .orElse(SliceIdentifier.ignore());
                    }

                    @Override
                    public String getDescription() {
                        return level;
                    }
                })
                .should()
                .beFreeOfCycles()
                .evaluate(house.classes())
                .getFailureReport()
                .getDetails();
    }
}
