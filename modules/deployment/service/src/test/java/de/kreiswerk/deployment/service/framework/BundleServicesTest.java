package de.kreiswerk.deployment.service.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

class BundleServicesTest {

    private static final ServiceReference<?> SERVICE = proxy(ServiceReference.class, () -> null);

    @Test
    void itsServicesAreTold() {
        Bundle bundle = proxy(Bundle.class, () -> new ServiceReference<?>[] {SERVICE});

        assertThat(BundleServices.registeredBy(bundle)).hasSize(1);
        assertThat(BundleServices.usedBy(bundle)).hasSize(1);
    }

    @Test
    void oneWithoutServicesHasNone() {
        Bundle bundle = proxy(Bundle.class, () -> null);

        assertThat(BundleServices.registeredBy(bundle)).isEmpty();
        assertThat(BundleServices.usedBy(bundle)).isEmpty();
    }

    /** While a page of its component is made it was switched away from, as happened in a browser that followed the switch. */
    @Test
    void oneThatIsGoneHasNone() {
        Bundle bundle = proxy(Bundle.class, () -> {
            throw new IllegalStateException("The bundle is uninstalled.");
        });

        assertThat(BundleServices.registeredBy(bundle)).isEmpty();
        assertThat(BundleServices.usedBy(bundle)).isEmpty();
    }

    @Test
    void whatElseGoesWrongIsNotHidden() {
        Bundle bundle = proxy(Bundle.class, () -> {
            throw new UnsupportedOperationException("something else");
        });

        assertThatThrownBy(() -> BundleServices.registeredBy(bundle)).hasMessage("something else");
    }

    private static <T> T proxy(Class<T> type, Supplier<Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answer.get()));
    }
}
