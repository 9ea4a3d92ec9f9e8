package de.kreiswerk.launcher.run;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** What is registered in the running platform, as the two whiteboards themselves list it. */
final class Registered {

    private static final String HTTP = "org.osgi.service.servlet.runtime.HttpServiceRuntime";
    /** Serves the JAX-RS applications by servlets of its own. */
    private static final String WHITEBOARD = "org.apache.aries.jax.rs.whiteboard";

    private static final String JAXRS = "org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime";

    private final BundleContext context;

    Registered(BundleContext context) {
        this.context = context;
    }

    /**
     * A servlet at one of its patterns.
     *
     * @param pattern with the path of its context
     * @param isPublic whether its service states that it is for everyone
     */
    record ServletAt(String pattern, boolean isPublic) {

        /** Addresses that it covers, each of them once. */
        List<String> addresses() {
            if (pattern.isEmpty()) {
                return List.of("/");
            }
            String prefix = pattern.replaceFirst("/\\*$", "");
            return pattern.endsWith("/*") ? List.of(prefix, prefix + "/1", prefix + "/1/2") : List.of(pattern);
        }
    }

    /**
     * A method of a JAX-RS resource.
     *
     * @param method of HTTP
     * @param path template, with the application's base
     * @param consumes the first media type that it takes, empty when it takes any
     * @param produces the first media type that it gives, empty when it gives any
     */
    record Operation(String method, String path, String consumes, String produces) {

        /** An address that the template covers. */
        String address() {
            return path.replaceAll("\\{[^}]*}", "1");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<ServletAt> servlets() throws Exception {
        List<ServletAt> servlets = new ArrayList<>();
        for (Dto servletContext : runtime(HTTP).each("servletContextDTOs")) {
            String path = servletContext.text("contextPath");
            for (Dto servlet : servletContext.each("servletDTOs")) {
                ServiceReference<?> service = service((Long) servlet.get("serviceId"));
                // Those are asked by their operations.
                if (!WHITEBOARD.equals(service.getBundle().getSymbolicName())) {
                    servlet.all("patterns")
                            .forEach(pattern -> servlets.add(new ServletAt(
                                    path + pattern,
                                    Boolean.parseBoolean(String.valueOf(service.getProperty("kreiswerk.public"))))));
                }
            }
            for (Dto resource : servletContext.each("resourceDTOs")) {
                resource.all("patterns").forEach(pattern -> servlets.add(new ServletAt(path + pattern, false)));
            }
        }
        return servlets;
    }

    /** Servlets that could not be registered, each with the whiteboard's reason. */
    List<String> failedServlets() throws Exception {
        return runtime(HTTP).each("failedServletDTOs").stream()
                .map(failed ->
                        failed.text("name") + " " + failed.text("serviceId") + ": " + failed.text("failureReason"))
                .toList();
    }

    /** The bases of applications, that of stray resources not among them. */
    List<String> applications() throws Exception {
        return runtime(JAXRS).each("applicationDTOs").stream()
                .map(application -> base(application))
                .toList();
    }

    List<Operation> operations() throws Exception {
        List<Operation> operations = new ArrayList<>();
        for (Dto application : runtime(JAXRS).each("applicationDTOs")) {
            String base = base(application);
            add(operations, base, application);
            application.each("resourceDTOs").forEach(resource -> add(operations, base, resource));
        }
        return operations;
    }

    /** The operations of resources that belong to no application. */
    List<Operation> strays() throws Exception {
        List<Operation> operations = new ArrayList<>();
        Dto application = new Dto(runtime(JAXRS).get("defaultApplication"));
        add(operations, base(application), application);
        application.each("resourceDTOs").forEach(resource -> add(operations, base(application), resource));
        return operations;
    }

    private static void add(List<Operation> operations, String base, Dto of) {
        for (Dto method : of.each("resourceMethods")) {
            operations.add(new Operation(
                    method.text("method"),
                    (base + "/" + method.text("path")).replaceAll("/+", "/").replaceFirst("(?<=.)/$", ""),
                    method.first("consumingMimeType"),
                    method.first("producingMimeType")));
        }
    }

    private static String base(Dto application) {
        String base = ("/" + application.text("base")).replaceAll("/+", "/").replaceFirst("/$", "");
        return base.replaceFirst("/\\*$", "");
    }

    private Dto runtime(String service) throws Exception {
        ServiceReference<?> reference = context.getAllServiceReferences(service, null)[0];
        Object runtime = context.getService(reference);
        return new Dto(runtime.getClass().getMethod("getRuntimeDTO").invoke(runtime));
    }

    private ServiceReference<?> service(long id) throws InvalidSyntaxException {
        ServiceReference<?>[] found = context.getAllServiceReferences(null, "(service.id=" + id + ")");
        if (found == null) {
            throw new AssertionError("A servlet is served whose service is gone");
        }
        return found[0];
    }
}
