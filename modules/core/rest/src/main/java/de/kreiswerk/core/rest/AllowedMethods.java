package de.kreiswerk.core.rest;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import javax.ws.rs.container.DynamicFeature;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.FeatureContext;
import javax.ws.rs.ext.Provider;

/**
 * Knows which methods an address of an application answers to, for the Allow header (RFC 9110 section 10.2.1). CXF itself
 * lists the methods of all addresses that begin alike.
 */
@Provider
public final class AllowedMethods implements DynamicFeature {

    private static final Pattern TEMPLATE = Pattern.compile("\\{[^}]*}");

    private final Set<Operation> operations = ConcurrentHashMap.newKeySet();

    private record Operation(String address, String method) {}

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        String address = path(resource.getResourceClass().getAnnotation(Path.class))
                + path(resource.getResourceMethod().getAnnotation(Path.class));
        String method = httpMethod(resource.getResourceMethod());
        if (method != null) {
            operations.add(new Operation(TEMPLATE.matcher(address).replaceAll("[^/]+"), method));
        }
    }

    SortedSet<String> of(String address) {
        SortedSet<String> methods = new TreeSet<>();
        for (Operation operation : operations) {
            if (address.matches(operation.address())) {
                methods.add(operation.method());
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return methods;
    }

    private static String path(Path path) {
        String value = path == null ? "" : path.value().replaceAll("^/|/$", "");
        return value.isEmpty() ? "" : "/" + value;
    }

    private static String httpMethod(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http != null) {
                return http.value();
            }
        }
        return null;
    }
}
