package de.kreiswerk.core.persistence.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.service.metatype.AttributeDefinition;

class AttributeTest {

    @Test
    void valuesAreKeptWithTheirTypes() throws Attribute.Refused {
        assertThat(kept(AttributeDefinition.INTEGER, " 8080 ")).isEqualTo(8080);
        assertThat(kept(AttributeDefinition.LONG, "5000000000")).isEqualTo(5_000_000_000L);
        assertThat(kept(AttributeDefinition.DOUBLE, "0.5")).isEqualTo(0.5);
        assertThat(kept(AttributeDefinition.BOOLEAN, "false")).isEqualTo(false);
        assertThat(kept(AttributeDefinition.CHARACTER, ";")).isEqualTo(';');
        assertThat(kept(AttributeDefinition.STRING, "a, b")).isEqualTo("a, b");
    }

    @ParameterizedTest
    @CsvSource({
        AttributeDefinition.INTEGER + ", viel",
        AttributeDefinition.INTEGER + ", 99999999999",
        AttributeDefinition.INTEGER + ", 1.5",
        AttributeDefinition.DOUBLE + ", '0,5'",
        AttributeDefinition.BOOLEAN + ", ja",
        AttributeDefinition.CHARACTER + ", ab"
    })
    void whatIsNoValueOfItsTypeIsRefused(int type, String written) {
        assertThatThrownBy(() -> kept(type, written)).isInstanceOf(Attribute.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000", "\u0007"})
    void controlCharactersAreRefused(String written) {
        assertThatThrownBy(() -> kept(AttributeDefinition.STRING, written)).isInstanceOf(Attribute.Refused.class);
    }

    @Test
    void aTextWithoutEndIsRefused() {
        assertThatThrownBy(() -> kept(AttributeDefinition.STRING, "x".repeat(4_001)))
                .isInstanceOf(Attribute.Refused.class);
    }

    @Test
    void onlyWhatIsAmongTheOptionsIsPossible() throws Attribute.Refused {
        Attribute level = Described.as("level", AttributeDefinition.STRING, "low")
                .choosing("low", "high")
                .attribute();

        assertThat(level.kept(List.of("high"))).isEqualTo("high");
        assertThatThrownBy(() -> level.kept(List.of("higher"))).isInstanceOf(Attribute.Refused.class);
    }

    @Test
    void theComponentsOwnBoundsCount() {
        Attribute port = Described.as("port", AttributeDefinition.INTEGER)
                .complaining("greater than maximum")
                .attribute();

        assertThatThrownBy(() -> port.kept(List.of("70000")))
                .isInstanceOfSatisfying(
                        Attribute.Refused.class,
                        e -> assertThat(e.reason().german()).contains("zu groß"));
    }

    @Test
    void listsHaveTheirLengthAndTheirKind() throws Attribute.Refused {
        Attribute two =
                Described.as("hosts", AttributeDefinition.STRING).listOf(2).attribute();
        Attribute any = Described.as("ports", AttributeDefinition.INTEGER)
                .listOf(Integer.MIN_VALUE + 1)
                .attribute();

        assertThat((String[]) two.kept(List.of("a,b", "c"))).containsExactly("a,b", "c");
        assertThat(any.kept(List.of("1", "2", "3"))).isEqualTo(new Vector<>(List.of(1, 2, 3)));
        assertThatThrownBy(() -> two.kept(List.of("a", "b", "c"))).isInstanceOf(Attribute.Refused.class);
        assertThatThrownBy(() -> kept(AttributeDefinition.STRING, "a", "b")).isInstanceOf(Attribute.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.felix.https.keystore.password, true",
        "clientSecret, true",
        "accessToken, true",
        "host, false"
    })
    void whatSoundsLikeASecretIsOne(String key, boolean secret) {
        assertThat(Described.as(key, AttributeDefinition.STRING).attribute().secret())
                .isEqualTo(secret);
        assertThat(Described.as(key, AttributeDefinition.PASSWORD).attribute().secret())
                .isTrue();
    }

    private static Object kept(int type, String... written) throws Attribute.Refused {
        return Described.as("key", type).attribute().kept(List.of(written));
    }
}
