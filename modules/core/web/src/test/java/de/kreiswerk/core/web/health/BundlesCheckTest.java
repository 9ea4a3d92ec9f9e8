package de.kreiswerk.core.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.web.chain.Exchange;
import java.util.Hashtable;
import java.util.Map;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

class BundlesCheckTest {

    private static final Map<String, String> PLAIN = Map.of();

    @Test
    void allIsWellWhenEveryBundleRuns() {
        assertThat(check(bundle("a", Bundle.ACTIVE, PLAIN), bundle("b", Bundle.ACTIVE, PLAIN))
                        .getStatus())
                .isEqualTo(Result.Status.OK);
    }

    @Test
    void aBundleThatDoesNotRunIsNamed() {
        Result result = check(bundle("a", Bundle.ACTIVE, PLAIN), bundle("de.kreiswerk.forms", Bundle.INSTALLED, PLAIN));

        assertThat(result.getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(result.toString()).contains("de.kreiswerk.forms");
    }

    @Test
    void fragmentsAndLazyBundlesNeedNotRun() {
        assertThat(check(
                                bundle("fragment", Bundle.RESOLVED, Map.of(Constants.FRAGMENT_HOST, "host")),
                                bundle("lazy", Bundle.STARTING, Map.of(Constants.BUNDLE_ACTIVATIONPOLICY, "lazy")))
                        .getStatus())
                .isEqualTo(Result.Status.OK);
        assertThat(check(bundle("stuck", Bundle.STARTING, PLAIN)).getStatus()).isEqualTo(Result.Status.CRITICAL);
    }

    @Test
    void aDepartmentsComponentThatDoesNotRunKeepsThePlatformFromNothing() {
        assertThat(check(bundle("component:de.kreis.forms:abc:0", Bundle.INSTALLED, PLAIN))
                        .getStatus())
                .isEqualTo(Result.Status.OK);
    }

    private static Result check(Bundle... bundles) {
        return new BundlesCheck(Exchange.proxy(BundleContext.class, (method, arguments) -> bundles)).execute();
    }

    private static Bundle bundle(String name, int state, Map<String, String> headers) {
        return Exchange.proxy(Bundle.class, (method, arguments) -> switch (method) {
            case "getLocation" -> name.startsWith("component:") ? name : "bundles/" + name;
            case "getSymbolicName" -> name;
            case "getState" -> state;
            case "getHeaders" -> new Hashtable<>(headers);
            default -> throw new UnsupportedOperationException(method);
        });
    }
}
