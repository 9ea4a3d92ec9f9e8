package de.kreiswerk.deployment.service.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

class ClassesAheadTest {

    private static final String PACKAGE = ClassesAheadTest.class.getPackageName();
    private static final AtomicBoolean RUN = new AtomicBoolean();

    private final List<String> loaded = new ArrayList<>();
    private String listed;

    /** What a component's class would do as soon as it is used. */
    static final class Eager {

        static {
            RUN.set(true);
        }
    }

    @Test
    void classesAreLoadedAndNothingOfThemIsRun() {
        String eager = Eager.class.getName();

        ClassesAhead.load(bundle(List.of(eager.replace('.', '/') + ".class")));

        assertThat(listed).isEqualTo("/" + PACKAGE.replace('.', '/'));
        assertThat(loaded).containsExactly(eager);
        assertThat(RUN).isFalse();
    }

    @Test
    void whatCannotBeLoadedIsLeftToWhoeverNeedsIt() {
        String here = ClassesAheadTest.class.getName();

        ClassesAhead.load(bundle(List.of("away/Broken.class", "away/Gone.class", here.replace('.', '/') + ".class")));

        assertThat(loaded).containsExactly("away.Broken", "away.Gone", here);
    }

    @Test
    void aLibraryIsNotLoadedAsAWhole() {
        ClassesAhead.load(bundle(IntStream.range(0, 1_000)
                .mapToObj(i -> "away/Gone" + i + ".class")
                .toList()));

        assertThat(loaded).hasSize(200);
    }

    @Test
    void whatIsNotResolvedHasNoClasses() {
        ClassesAhead.load(proxy(
                Bundle.class,
                (self, method, arguments) -> method.getName().equals("getSymbolicName") ? PACKAGE : null));

        assertThat(loaded).isEmpty();
    }

    private Bundle bundle(List<String> files) {
        BundleWiring wiring = proxy(BundleWiring.class, (self, method, arguments) -> {
            listed = (String) arguments[0];
            return files;
        });
        return proxy(Bundle.class, (self, method, arguments) -> switch (method.getName()) {
            case "getSymbolicName" -> PACKAGE;
            case "adapt" -> wiring;
            default -> load((String) arguments[0]);
        });
    }

    private Class<?> load(String name) throws ClassNotFoundException {
        loaded.add(name);
        if (name.endsWith("Broken")) {
            throw new NoClassDefFoundError("what it needs");
        }
        return Class.forName(name, false, getClass().getClassLoader());
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
