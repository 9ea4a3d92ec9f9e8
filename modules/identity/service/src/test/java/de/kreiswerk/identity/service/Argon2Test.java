package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2Test {

    private final Argon2 argon2 = new Argon2();

    @Test
    void aHashKnowsItsPasswordAndNoOther() {
        String hash = argon2.hash("vier Wörter reichen aus");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(200);
        assertThat(argon2.matches("vier Wörter reichen aus", hash)).isTrue();
        assertThat(argon2.matches("vier Worter reichen aus", hash)).isFalse();
        assertThat(argon2.hash("vier Wörter reichen aus")).as("salted").isNotEqualTo(hash);
    }

    @Test
    void theSameLettersInAnotherWritingAreTheSamePassword() {
        assertThat(argon2.matches("Wo\u0308rter", argon2.hash("W\u00f6rter"))).isTrue();
    }

    @Test
    void hashesOfOtherParametersAreReadAsTheySay() {
        // Made with the reference implementation: argon2 somesalt -id -t 2 -k 256 -p 1
        String reference = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

        assertThat(argon2.matches("password", reference)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "password", "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65", "$2a$10$abc"})
    void whatIsNoHashMatchesNothing(String written) {
        assertThat(argon2.matches("password", written)).isFalse();
    }

    @Test
    void nothingMatchesTheDummy() {
        assertThat(argon2.matches("", argon2.dummy())).isFalse();
    }
}
