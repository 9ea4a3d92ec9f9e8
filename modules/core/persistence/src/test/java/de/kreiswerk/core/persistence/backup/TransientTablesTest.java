package de.kreiswerk.core.persistence.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

class TransientTablesTest {

    @Test
    void whatDepartmentsDeployTakesNoTableOutOfBackups() {
        BundleContext context = proxy(BundleContext.class, Map.of("getBundles", new Bundle[] {
            bundle("reference:file:/opt/kreiswerk/bundles/mail.jar", "mail_outbox"),
            bundle("component:ordnung/1.0.0/a", "core_blob, audit_record")
        }));

        assertThat(TransientTables.of(context))
                .contains("mail_outbox", "core_lease")
                .doesNotContain("core_blob", "audit_record");
    }

    private static Bundle bundle(String location, String tables) {
        Dictionary<String, String> headers = new Hashtable<>(Map.of("Kreiswerk-Transient-Tables", tables));
        return proxy(Bundle.class, Map.of("getLocation", location, "getHeaders", headers));
    }

    private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }
}
