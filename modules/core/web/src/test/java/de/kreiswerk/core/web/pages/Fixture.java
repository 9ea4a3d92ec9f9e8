package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.NavigationEntry;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.osgi.framework.ServiceReference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;

/** The services around the frame, as tests want them. */
final class Fixture {

    final Navigation navigation = new Navigation();
    final Assets assets = new Assets();
    final PagesService pages;

    Fixture(Map<String, String> config, NavigationEntry... entries) {
        navigation.entries = List.of(entries);
        pages = new PagesService(new BaseUrl(null, null, runtime(8080)), assets, navigation, config(config));
    }

    static NavigationEntry entry(String german, String english, String path, int order) {
        return new NavigationEntry() {
            @Override
            public Text label() {
                return new Text(german, english);
            }

            @Override
            public String path() {
                return path;
            }

            @Override
            public int order() {
                return order;
            }
        };
    }

    @SuppressWarnings("unchecked")
    static ServiceReference<HttpServiceRuntime> runtime(Object port) {
        return (ServiceReference<HttpServiceRuntime>) Proxy.newProxyInstance(
                Fixture.class.getClassLoader(), new Class<?>[] {ServiceReference.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getProperty") && arguments[0].equals("org.osgi.service.http.port")) {
                        return port;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    static PagesConfig config(Map<String, String> values) {
        return new PagesConfig() {
            @Override
            public String county() {
                return values.getOrDefault("county", "Landkreis Lüneburg");
            }

            @Override
            public String imprint() {
                return values.getOrDefault("imprint", "");
            }

            @Override
            public String privacy() {
                return values.getOrDefault("privacy", "");
            }

            @Override
            public String accessibility() {
                return values.getOrDefault("accessibility", "");
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return PagesConfig.class;
            }
        };
    }
}
