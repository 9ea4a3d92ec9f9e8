package de.kreiswerk.core.mending;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;
import org.osgi.framework.wiring.BundleWiring;

class WeavingOfAllTest {

    private final Mend mend = new WeavingOfAll();
    private final List<String> asked = new ArrayList<>();

    /** Looks for services. */
    private static final class Looking {

        @SuppressWarnings("unused")
        private static final Iterable<Runnable> FOUND = ServiceLoader.load(Runnable.class);
    }

    /** When this fails after an upgrade, look whether SPI Fly leaves other classes alone by itself: then the mend goes. */
    @Test
    void thereIsSomethingToMend() throws ReflectiveOperationException {
        weave(hook(false), WeavingOfAllTest.class.getSuperclass());

        assertThat(asked).contains("getBundleWiring");
    }

    @Test
    void aClassThatLooksForNoServicesIsLeftAlone() throws ReflectiveOperationException {
        weave(hook(true), Object.class);

        assertThat(asked).containsExactly("getBytes");
    }

    @Test
    void aClassThatLooksForServicesIsLookedAtAsBefore() throws ReflectiveOperationException {
        weave(hook(true), Looking.class);

        assertThat(asked).containsExactly("getBytes", "getBundleWiring");
    }

    private WeavingHook hook(boolean mended) throws ReflectiveOperationException {
        Constructor<?> constructor = Loaded.type(mend, mended).getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object activator = constructor.getParameterTypes()[1].getConstructor().newInstance();
        return (WeavingHook) constructor.newInstance(null, activator);
    }

    /** SPI Fly knows of no bundle here, so that it asks for the class's own and goes no further. */
    private void weave(WeavingHook hook, Class<?> type) {
        Bundle bundle = Loaded.proxy(
                Bundle.class, (proxy, method, arguments) -> method.getName().equals("hashCode") ? 1 : null);
        BundleWiring wiring = Loaded.proxy(BundleWiring.class, (proxy, method, arguments) -> bundle);
        hook.weave(Loaded.proxy(WovenClass.class, (proxy, method, arguments) -> {
            asked.add(method.getName());
            return method.getName().equals("getBytes") ? Loaded.bytes(type.getName()) : wiring;
        }));
    }
}
