package de.kreiswerk.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.identity.Authenticator;
import de.kreiswerk.core.api.identity.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformAuthenticatorTest {

    private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");

    @TempDir
    Path data;

    @Test
    void whoSendsTheTokenIsTheOperatorAndMayDoEverything() throws IOException {
        Authenticator authenticator = authenticator();
        String token = Files.readString(data.resolve("operator.token")).strip();

        Caller caller = authenticator.bearer(token, "req7").orElseThrow();

        assertThat(caller.may("proposals.import", "umwelt")).isTrue();
        assertThat(caller.may("anything", "anywhere")).isTrue();
        assertThat(caller.requestId()).isEqualTo("req7");
        assertThat(caller.method()).isEqualTo("operator-token");
        assertThat(caller.since()).isEqualTo(NOW);
    }

    @Test
    void nothingOfTheTokenIsInTheCaller() throws IOException {
        Authenticator authenticator = authenticator();
        String token = Files.readString(data.resolve("operator.token")).strip();

        assertThat(authenticator.bearer(token, "req7").orElseThrow().toString()).doesNotContain(token.substring(3, 15));
    }

    @Test
    void whoSendsAnotherTokenIsNobody() throws IOException {
        assertThat(authenticator().bearer("kw_wrong", "req7")).isEmpty();
        assertThat(authenticator().bearer("", "req7")).isEmpty();
    }

    @Test
    void theOperatorStaysTheSameAcrossStarts() throws IOException {
        Authenticator first = authenticator();
        String token = Files.readString(data.resolve("operator.token")).strip();

        assertThat(authenticator().bearer(token, "b").orElseThrow().subject())
                .isEqualTo(first.bearer(token, "a").orElseThrow().subject());
    }

    private Authenticator authenticator() throws IOException {
        return new PlatformAuthenticator(
                OperatorToken.readOrCreate(data.resolve("operator.token")), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
