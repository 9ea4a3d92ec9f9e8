package de.kreiswerk.runtime.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Settings explain themselves, so that the console can show them (STYLE 3). */
final class SettingRules {

    private static final String DEFINITION = "org.osgi.service.metatype.annotations.ObjectClassDefinition";
    private static final String ATTRIBUTE = "org.osgi.service.metatype.annotations.AttributeDefinition";

    private SettingRules() {}

    static List<String> explainThemselves(House house) {
        List<String> violations = new ArrayList<>();
        for (JavaClass type : house.classes()) {
            type.tryGetAnnotationOfType(DEFINITION).ifPresent(definition -> {
                check(type.getName(), definition, violations);
                type.getMethods().forEach(method -> check(method, violations));
            });
        }
        return violations;
    }

    private static void check(JavaMethod method, List<String> violations) {
        Optional<? extends JavaAnnotation<?>> attribute = method.tryGetAnnotationOfType(ATTRIBUTE);
        if (attribute.isEmpty()) {
            violations.add(method.getFullName() + " lacks @AttributeDefinition");
            return;
        }
        check(method.getFullName(), attribute.get(), violations);
        boolean hasDefault = method.getDefaultValue().isPresent()
                || attribute
                        .get()
                        .get("defaultValue")
                        .map(value -> ((Object[]) value).length > 0)
                        .orElse(false);
        if (!hasDefault) {
            violations.add(method.getFullName() + " has no default");
        }
    }

    private static void check(String where, JavaAnnotation<?> annotation, List<String> violations) {
        for (String member : List.of("name", "description")) {
            if (annotation.get(member).map(Object::toString).orElse("").isBlank()) {
                violations.add(where + " has no " + member);
            }
        }
    }
}
