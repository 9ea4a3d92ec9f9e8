package de.kreiswerk.runtime.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may be in an api bundle (ARCHITECTURE 2.1). */
final class ApiRules {

    private static final String PROVIDER = "org.osgi.annotation.versioning.ProviderType";
    private static final String CONSUMER = "org.osgi.annotation.versioning.ConsumerType";

    /** Beside Java and other contracts; the annotations leave no trace at run time. */
    private static final List<Exemption> FOREIGN_TYPES = List.of(
            new Exemption("de.kreiswerk.", "org.osgi.annotation.", "How a contract is versioned and exported"),
            new Exemption(
                    "de.kreiswerk.core.api.persistence.Transaction",
                    "jakarta.persistence.EntityManager",
                    "Transaction.em returns it: hiding JPA from the services that own entities would mean inventing it again"),
            new Exemption(
                    "de.kreiswerk.core.api.web.",
                    "jakarta.servlet.http.",
                    "Pages writes into a servlet's answer; the servlet API is a contract, not an implementation"),
            new Exemption(
                    "de.kreiswerk.core.api.health.",
                    "org.apache.felix.hc.api.",
                    "Health checks are Felix's; Findings gives their results the reader's language"));

    private ApiRules() {}

    static List<String> holdOnlyContracts(House house) {
        List<String> violations = new ArrayList<>();
        forEachType(house, type -> {
            boolean contract = type.isInterface()
                    || type.isAnnotation()
                    || type.isRecord()
                    || type.isEnum()
                    || type.isAssignableTo(Throwable.class);
            if (!contract) {
                violations.add(type.getName()
                        + " is a class. An api holds interfaces, annotations, records, enums and exceptions only");
            }
        });
        return violations;
    }

    static List<String> nameNoTechnology(House house) {
        List<String> violations = new ArrayList<>();
        for (Bundle api : house.apis()) {
            for (JavaClass type : house.classesOf(api)) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (!mayBeNamed(house, type, target)) {
                        violations.add("An api names " + target.getName() + ": " + dependency.getDescription());
                    }
                }
            }
        }
        return violations;
    }

    private static boolean mayBeNamed(House house, JavaClass type, JavaClass target) {
        Optional<Bundle> owner = house.owner(target);
        if (owner.isPresent()) {
            return owner.get().isApi();
        }
        return target.isPrimitive()
                || target.getPackageName().startsWith("java.")
                || FOREIGN_TYPES.stream().anyMatch(each -> each.covers(type.getName(), target.getName()));
    }

    static List<String> sayWhoImplements(House house) {
        List<String> violations = new ArrayList<>();
        forEachType(house, type -> {
            boolean contract = type.isInterface() && !type.isAnnotation() && isPublic(type);
            if (contract && !type.isAnnotatedWith(PROVIDER) && !type.isAnnotatedWith(CONSUMER)) {
                violations.add(type.getName() + " says neither @ProviderType nor @ConsumerType, so that nobody knows"
                        + " what a new method breaks");
            }
        });
        return violations;
    }

    private static void forEachType(House house, java.util.function.Consumer<JavaClass> check) {
        for (Bundle api : house.apis()) {
            house.classesOf(api).stream()
                    .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
                    .filter(type -> !type.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .filter(type -> !type.getSimpleName().equals("package-info"))
                    .forEach(check);
        }
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ApiRules::isPublic).orElse(true);
    }
}
