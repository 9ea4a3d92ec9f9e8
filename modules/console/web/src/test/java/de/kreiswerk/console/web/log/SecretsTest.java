package de.kreiswerk.console.web.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=S3cr3t!",
                "\"clientSecret\": \"S3cr3t!\"",
                "Authorization: Bearer S3cr3t!-and-more",
                "sent bearer S3cr3t!abcdefgh",
                "KREISWERK_ADMIN_PASSWORD = S3cr3t!",
                "GET /x?access_token=S3cr3t!&y=1",
                "smtp://mail:S3cr3t!@mail.example.de"
            })
    void whatLooksLikeASecretIsMasked(String text) {
        assertThat(Secrets.masked(text)).doesNotContain("S3cr3t!").contains("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A token that is not valid was refused",
                "Listening at http://localhost:8080/",
                "Paper 2026/001: version 1 created"
            })
    void whatIsNoneStays(String text) {
        assertThat(Secrets.masked(text)).isEqualTo(text);
    }

    @Test
    void aLongTextCostsLittle() {
        String text = "password".repeat(250) + ":".repeat(200);

        assertThat(Secrets.masked(text)).startsWith("password");
    }
}
