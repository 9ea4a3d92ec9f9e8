package de.kreiswerk.core.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.ReaderInterceptorContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLimitTest {

    private static final int MOST = (int) JsonLimit.MAX_BYTES;

    private InputStream body;

    @Test
    void whatFitsIsReadAsItIs() throws Exception {
        assertThat(read(Entry.class, "application/json", MOST, String.valueOf(MOST)))
                .isEqualTo(MOST);
        assertThat(read(Entry.class, "application/json", MOST, null)).isEqualTo(MOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=utf-8",
                "application/merge-patch+json",
                "*/*",
                "application/*"
            })
    void whatDoesNotFitIsRefusedWhetherItSaysSoOrNot(String type) {
        assertTooLarge(() -> read(Entry.class, type, 0, String.valueOf(MOST + 1)));
        assertTooLarge(() -> read(Entry.class, type, MOST + 1, null));
        assertTooLarge(() -> read(Entry.class, type, MOST + 1, "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json"})
    void textsAndFilesHaveLimitsOfTheirOwn(String type) throws Exception {
        assertThat(read(InputStream.class, type, MOST + 1, String.valueOf(MOST + 1)))
                .isEqualTo(MOST + 1);
    }

    private record Entry() {}

    private int read(Class<?> into, String type, int bytes, String declared) throws Exception {
        body = new ByteArrayInputStream(new byte[bytes]);
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        if (declared != null) {
            headers.putSingle("Content-Length", declared);
        }
        return (int) new JsonLimit()
                .aroundReadFrom(FakeRequest.proxy(
                        ReaderInterceptorContext.class, (method, arguments) -> switch (method) {
                            case "getType" -> into;
                            case "getMediaType" -> MediaType.valueOf(type);
                            case "getHeaders" -> headers;
                            case "getInputStream" -> body;
                            case "setInputStream" -> {
                                body = (InputStream) arguments[0];
                                yield null;
                            }
                            case "proceed" -> body.readAllBytes().length;
                            default -> throw new UnsupportedOperationException(method);
                        }));
    }

    private static void assertTooLarge(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, reading);
        assertThat(refused).isNotNull();
        assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.TOO_LARGE);
    }
}
