package de.kreiswerk.launcher.run;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Switches a single component of Declarative Services off and on, which no stop of a bundle does. */
final class ComponentSwitch {

    private static final String RUNTIME = "org.osgi.service.component.runtime.ServiceComponentRuntime";

    private final Object runtime;
    private final Object description;

    ComponentSwitch(BundleContext context, String bundle, String component) throws ReflectiveOperationException {
        ServiceReference<?> reference = context.getServiceReference(RUNTIME);
        this.runtime = context.getService(reference);
        Bundle of = Arrays.stream(context.getBundles())
                .filter(each -> each.getSymbolicName().equals(bundle))
                .findFirst()
                .orElseThrow();
        this.description = method("getComponentDescriptionDTO").invoke(runtime, of, component);
    }

    void disable() throws Exception {
        await("disableComponent");
    }

    void enable() throws Exception {
        await("enableComponent");
    }

    private void await(String change) throws Exception {
        Object done = method(change).invoke(runtime, description);
        // Its own class is not public.
        Class<?> promise = done.getClass().getClassLoader().loadClass("org.osgi.util.promise.Promise");
        promise.getMethod("getValue").invoke(done);
    }

    private Method method(String name) {
        return Arrays.stream(runtime.getClass().getMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
