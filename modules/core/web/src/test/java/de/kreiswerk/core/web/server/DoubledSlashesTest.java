package de.kreiswerk.core.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoubledSlashesTest {

    private final DoubledSlashes slashes = new DoubledSlashes();

    @ParameterizedTest
    @CsvSource({
        "/oparl//v1,/oparl/v1/",
        "/oparl/v1///body//?limit=7,/oparl/v1/body/?limit=7",
        "/oparl/v1//paper/1;a=b?x,/oparl/v1/paper/1;a=b/?x"
    })
    void anAddressOfOparlIsHandedOnAsOneThatIsNotCanonicalEither(String written, String handedOn) {
        Request request = slashes.customize(request(written), null);

        assertThat(request.getHttpURI().getPathQuery()).isEqualTo(handedOn);
        assertThat(request.getHttpURI().hasViolations()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api//proposals", "/vorlagen//1", "/oparlament//1"})
    void elsewhereItStaysRefused(String written) {
        Request request = request(written);

        assertThatThrownBy(() -> slashes.customize(request, null)).isInstanceOf(BadMessageException.class);
    }

    @Test
    void everyOtherRequestPassesAsItIs() {
        Request request = request("/vorlagen/2026-127?a=//");

        assertThat(slashes.customize(request, null)).isSameAs(request);
    }

    private static Request request(String address) {
        return (Request) Proxy.newProxyInstance(
                Request.class.getClassLoader(), new Class<?>[] {Request.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getHttpURI")) {
                        return HttpURI.from(address);
                    }
                    if (method.getName().equals("equals")) {
                        return proxy == arguments[0];
                    }
                    return "request";
                });
    }
}
