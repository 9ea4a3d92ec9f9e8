package de.kreiswerk.core.web.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import de.kreiswerk.core.api.web.WebConstants;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    private static final int LIMIT = 1_000;

    private final Limits limits = new Limits(LIMIT);

    @Test
    void aDeclaredBodyIsRefusedBeforeItIsRead() {
        assertThat(limits.refusal(Exchange.get("/a").declaring(LIMIT).request()))
                .isNull();
        assertThat(limits.refusal(Exchange.get("/a").declaring(LIMIT + 1).request())
                        .kind())
                .isEqualTo(Problem.Kind.TOO_LARGE);
        assertThat(limits.refusal(Exchange.get("/a").declaring(Long.MAX_VALUE).request())
                        .kind())
                .isEqualTo(Problem.Kind.TOO_LARGE);
    }

    @Test
    void aBodyOfUnknownLengthIsReadToTheLimitAndNoFurther() throws IOException {
        HttpServletRequest fits =
                limits.limited(Exchange.get("/a").chunked(new byte[LIMIT]).request());
        assertThat(fits.getInputStream().readAllBytes()).hasSize(LIMIT);

        HttpServletRequest tooLarge =
                limits.limited(Exchange.get("/a").chunked(new byte[LIMIT + 1]).request());
        assertTooLarge(() -> tooLarge.getInputStream().readAllBytes());
    }

    @Test
    void readingByteByByteIsLimitedAsWell() {
        HttpServletRequest request =
                limits.limited(Exchange.get("/a").chunked(new byte[LIMIT + 1]).request());

        assertTooLarge(() -> {
            while (request.getInputStream().read() >= 0) {
                // to the end
            }
        });
    }

    @Test
    void readingAsTextIsLimitedAsWell() {
        HttpServletRequest request = limits.limited(Exchange.get("/a")
                .chunked("ä".repeat(LIMIT).getBytes(StandardCharsets.UTF_8))
                .request());

        assertTooLarge(() -> request.getReader().readLine());
    }

    @Test
    void aBodyThatIsLongerThanItDeclaredIsLimitedAsWell() {
        HttpServletRequest request = limits.limited(
                Exchange.get("/a").sending(new byte[LIMIT + 1]).declaring(1).request());

        assertTooLarge(() -> request.getInputStream().readAllBytes());
    }

    @Test
    void onceTheAnswerIsDecidedTheRestIsCutOffWithoutAnotherError() throws IOException {
        HttpServletRequest request = limits.limited(Exchange.get("/a")
                .chunked(new byte[10 * LIMIT])
                .withAttribute(WebConstants.ANSWERED, Boolean.TRUE)
                .request());

        assertThat(request.getInputStream().readAllBytes()).hasSizeLessThanOrEqualTo(LIMIT);
    }

    @Test
    void anAddressHasALimitWithItsParameters() {
        String path = "/" + "a".repeat(Limits.MAX_URI - 10);

        assertThat(limits.refusal(Exchange.get(path).query("b".repeat(9)).request()))
                .isNull();
        assertThat(limits.refusal(Exchange.get(path).query("b".repeat(10)).request())
                        .kind())
                .isEqualTo(Problem.Kind.ADDRESS_TOO_LONG);
    }

    @Test
    void anAddressHasAThousandParametersAtMost() {
        assertThat(limits.refusal(
                        Exchange.get("/a").query("a&".repeat(999) + "a").request()))
                .isNull();
        assertThat(limits.refusal(Exchange.get("/a").query("a&".repeat(1_000)).request())
                        .code())
                .isEqualTo("too-many-parameters");
    }

    @ParameterizedTest
    @CsvSource({
        "form with too many fields > 1000, too-many-parameters",
        "form too large > 200000, request-too-large",
        "Unable to parse form content, request-malformed"
    })
    void whatTheServerDoesNotReadOfAFormIsRefusedInOurWords(String words, String code) {
        RuntimeException asJettySaysIt =
                new IllegalArgumentException("400: Unable to parse form content", new IllegalStateException(words));

        assertThat(Limits.unreadableForm(asJettySaysIt).code()).isEqualTo(code);
    }

    private static void assertTooLarge(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, reading);
        assertThat(refused).isNotNull();
        assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.TOO_LARGE);
    }
}
