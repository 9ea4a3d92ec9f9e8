package de.kreiswerk.core.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    @ParameterizedTest
    @ValueSource(ints = {10, 200_000})
    void equalBytesHaveOneTagAndOthersAnother(int length) {
        byte[] one = new byte[length];
        byte[] other = new byte[length];
        other[length / 2] = 1;

        assertThat(EntityTag.of(one)).isEqualTo(EntityTag.of(one.clone()));
        assertThat(EntityTag.of(one).value()).matches("\"[0-9a-f]{24}\"");
        assertThat(EntityTag.of(other)).isNotEqualTo(EntityTag.of(one));
        assertThat(EntityTag.of(new byte[length + 1])).isNotEqualTo(EntityTag.of(one));
    }
}
