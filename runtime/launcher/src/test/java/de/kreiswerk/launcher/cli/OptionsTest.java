package de.kreiswerk.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static final Options.Syntax SYNTAX = new Options.Syntax("run", Set.of("--no-demo"), Set.of("--port"));

    @Test
    void valuesAreTakenInBothSpellings() throws Refusal {
        assertThat(parse("--port", "80").value("--port")).contains("80");
        assertThat(parse("--port=81").value("--port")).contains("81");
    }

    @Test
    void theLastOfSeveralCounts() throws Refusal {
        assertThat(parse("--port", "80", "--port=0").value("--port")).contains("0");
    }

    @Test
    void operandsStandBetweenOptionsAndBehindTheDoubleDash() throws Refusal {
        Options options = parse("a", "--no-demo", "-", "--", "--port");

        assertThat(options.has("--no-demo")).isTrue();
        assertThat(options.operands()).containsExactly("a", "-", "--port");
        assertThat(options.value("--port")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prot", "--prot=1", "-p", "--no-demo=yes"})
    void unknownOptionIsAMistakeOfTheCaller(String argument) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> parse(argument));

        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal.sentence(Language.GERMAN)).contains(argument).contains("kreiswerk run");
        assertThat(refusal.sentence(Language.ENGLISH)).contains("does not know");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port=", "--port= "})
    void missingValueIsAMistakeOfTheCaller(String argument) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> parse(argument));

        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal.sentence(Language.GERMAN)).isEqualTo("Der Option --port fehlt ihr Wert.");
    }

    private static Options parse(String... arguments) throws Refusal {
        return Options.parse(SYNTAX, List.of(arguments));
    }
}
