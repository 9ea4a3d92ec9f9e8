package de.kreiswerk.core.restkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestRequestsTest {

    @ParameterizedTest
    @CsvSource({"'\"3\"', 3", "' \"12\" ', 12", "'\"999999999999999999\"', 999999999999999999"})
    void ifMatchNamesTheRevision(String header, long revision) {
        assertThat(RestRequests.expectedRevision(header)).isEqualTo(revision);
    }

    @Test
    void withoutIfMatchWhateverIsThereIsChanged() {
        assertThat(RestRequests.expectedRevision(null)).isNull();
        assertThat(RestRequests.expectedRevision("*")).isNull();
        assertThat(RestRequests.expectedRevision(" * ")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "\"\"", "\"abc\"", "W/\"3\"", "\"1\", \"2\"", "\"-1\"", "\"1234567890123456789\""})
    void anIfMatchThatCannotBeReadIsRefusedAndNeverIgnored(String header) {
        assertMalformed("if-match-malformed", () -> RestRequests.expectedRevision(header));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1000, 1000", "' 7 ', 7", "+7, 7"})
    void aNumberWithinItsBordersIsTaken(String value, int number) {
        assertThat(RestRequests.number("limit", value, 1, 1_000)).isEqualTo(number);
    }

    @Test
    void aNumberThatIsNotThereIsNone() {
        assertThat(RestRequests.number("limit", null, 1, 1_000)).isNull();
        assertThat(RestRequests.number("limit", " ", 1, 1_000)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "1.5", "abc", "99999999999", "0x10"})
    void aNumberBeyondItsBordersIsRefusedWithThem(String value) {
        assertThat(assertMalformed("parameter-malformed", () -> RestRequests.number("limit", value, 1, 1_000))
                        .problem()
                        .detail()
                        .german())
                .contains("limit", "1", "1000");
    }

    @Test
    void aNumberInAnAddressMustBeThere() {
        assertThat(RestRequests.mandatoryNumber("number", "3", 1, 10)).isEqualTo(3);
        assertMalformed("parameter-malformed", () -> RestRequests.mandatoryNumber("number", " ", 1, 10));
    }

    @Test
    void aFlagIsTrueOrFalseAndNothingElse() {
        assertThat(RestRequests.flag("publish", "true")).isTrue();
        assertThat(RestRequests.flag("publish", "false")).isFalse();
        assertThat(RestRequests.flag("publish", null)).isFalse();
        for (String value : new String[] {"", "yes", "TRUE", "1"}) {
            assertMalformed("parameter-malformed", () -> RestRequests.flag("publish", value));
        }
    }

    @Test
    void aTextIsStrippedAndHasALimit() {
        assertThat(RestRequests.text("text", " Radweg ", 10)).isEqualTo("Radweg");
        assertThat(RestRequests.text("text", "  ", 10)).isNull();
        assertThat(RestRequests.text("text", null, 10)).isNull();
        assertThat(RestRequests.text("text", "0123456789", 10)).hasSize(10);
        assertMalformed("parameter-malformed", () -> RestRequests.text("text", "0123456789x", 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "\u007f"})
    void aTextWithControlCharactersIsRefused(String value) {
        assertMalformed("parameter-malformed", () -> RestRequests.text("text", value, 10));
    }

    private static ProblemException assertMalformed(String code, ThrowingCallable reading) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, reading);
        assertThat(refused).as("a refusal").isNotNull();
        assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.MALFORMED);
        assertThat(refused.problem().code()).isEqualTo(code);
        return refused;
    }
}
