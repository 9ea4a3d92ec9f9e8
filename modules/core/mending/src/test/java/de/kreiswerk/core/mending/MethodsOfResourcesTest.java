package de.kreiswerk.core.mending;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import org.apache.cxf.Bus;
import org.junit.jupiter.api.Test;
import org.osgi.service.jaxrs.runtime.dto.ResourceMethodInfoDTO;

class MethodsOfResourcesTest {

    private final Mend mend = new MethodsOfResources();

    @Path("hunde")
    private static final class Dogs {

        @GET
        @Path("alle")
        @SuppressWarnings("unused")
        public String all() {
            return "";
        }

        @POST
        @SuppressWarnings("unused")
        public String add() {
            return "";
        }
    }

    @Path("katzen")
    private static final class Cats {

        @GET
        @SuppressWarnings("unused")
        public String all() {
            return "";
        }
    }

    /** When this fails after an upgrade, look whether Aries finds out each class's methods once by itself: then the mend goes. */
    @Test
    void thereIsSomethingToMend() throws ReflectiveOperationException {
        Class<?> original = Loaded.type(mend, false);

        assertThat(found(original, Dogs.class)).isNotSameAs(found(original, Dogs.class));
    }

    @Test
    void theMethodsOfAClassAreFoundOutOnce() throws ReflectiveOperationException {
        Class<?> mended = Loaded.type(mend, true);

        Collection<ResourceMethodInfoDTO> dogs = found(mended, Dogs.class);

        assertThat(dogs)
                .extracting(method -> method.method + " " + method.path)
                .containsExactlyInAnyOrder("GET /hunde/alle", "POST /hunde");
        assertThat(found(mended, Dogs.class)).isSameAs(dogs);
        assertThat(found(mended, Cats.class))
                .extracting(method -> method.method + " " + method.path)
                .containsExactly("GET /katzen");
    }

    /** Versions of components come and go: what is known of a class must not keep it. */
    @Test
    void aClassThatGoesIsForgotten() throws ReflectiveOperationException {
        Class<?> mended = Loaded.type(mend, true);
        found(mended, Dogs.class);
        WeakReference<Class<?>> gone = new WeakReference<>(another());
        found(mended, gone.get());
        assertThat(known(mended)).hasSize(2);

        for (int i = 0; i < 100 && gone.get() != null; i++) {
            System.gc();
        }

        assertThat(gone.get()).isNull();
    }

    /** The same class by another class loader, which nobody else knows. */
    private static Class<?> another() {
        byte[] bytes = Loaded.bytes(Cats.class.getName());
        return new ClassLoader(MethodsOfResourcesTest.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(Cats.class.getName(), bytes, 0, bytes.length);
            }
        }.define();
    }

    private static Map<?, ?> known(Class<?> mended) throws ReflectiveOperationException {
        for (Field field : mended.getDeclaredFields()) {
            if (Map.class.isAssignableFrom(field.getType())) {
                field.setAccessible(true);
                return (Map<?, ?>) field.get(null);
            }
        }
        throw new AssertionError("nothing is remembered");
    }

    @SuppressWarnings("unchecked")
    private static Collection<ResourceMethodInfoDTO> found(Class<?> introspector, Class<?> resource)
            throws ReflectiveOperationException {
        Method method = introspector.getMethod("getResourceMethodInfos", Class.class, Bus.class);
        return (Collection<ResourceMethodInfoDTO>) method.invoke(null, resource, null);
    }
}
