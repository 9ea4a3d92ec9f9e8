package de.kreiswerk.deployment.service;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.api.ComponentVersion.SignatureStatement;
import de.kreiswerk.deployment.api.ComponentVersion.State;
import de.kreiswerk.deployment.api.Signer;
import de.kreiswerk.deployment.service.store.StoredVersion;
import de.kreiswerk.deployment.service.store.VersionFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignaturesTest {

    private static final Instant UPLOADED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NOW = UPLOADED.plus(Duration.ofDays(30));
    private static final Instant LONG_AGO = UPLOADED.minus(Duration.ofDays(30));
    private static final Instant MEANWHILE = UPLOADED.plus(Duration.ofDays(1));

    private static final Signer VALID = signer("valid", LONG_AGO, null, null);
    private static final Signer ENDED = signer("ended", LONG_AGO, MEANWHILE, null);
    private static final Signer REVOKED = signer("revoked", LONG_AGO, null, MEANWHILE);
    private static final Signer OVER = signer("over", LONG_AGO, UPLOADED, null);
    private static final Signer LATER = signer("later", MEANWHILE, null, null);

    @Test
    void theBestCountsAndTheOthersAreNamedBehindIt() {
        SignatureStatement statement = statement(LATER, OVER, REVOKED, ENDED, VALID);

        assertThat(statement.state()).isEqualTo("VALID");
        assertThat(statement.signer()).isEqualTo("valid");
        assertThat(statement.sentence().english())
                .isEqualTo("Validly signed by 'valid'. The key 'ended' does not hold any more."
                        + " The key 'revoked' was revoked."
                        + " The key 'later' did not hold when the archive was uploaded."
                        + " The key 'over' did not hold when the archive was uploaded.");
    }

    @Test
    void whatEndedSinceTheUploadGoesOnThoughAnotherOneWasRevoked() {
        SignatureStatement statement = statement(REVOKED, ENDED);

        assertThat(statement.state()).isEqualTo("EXPIRED");
        assertThat(statement.signer()).isEqualTo("ended");
        assertThat(statement.sentence().german())
                .isEqualTo("Der Schlüssel „ended“ gilt nicht mehr. Was bis dahin hochgeladen wurde, darf weiter laufen;"
                        + " Neues nicht. Der Schlüssel „revoked“ wurde widerrufen.");
    }

    @Test
    void whatWasOverWhenItCameInMakesNoRevokedOneBetter() {
        assertThat(statement(OVER, REVOKED).state()).as("as the switch says").isEqualTo("REVOKED");
        assertThat(statement(LATER, REVOKED).state()).isEqualTo("REVOKED");
    }

    @Test
    void whoIsNotRegisteredAnyMoreIsUnknown() {
        assertThat(statement().state()).isEqualTo("UNKNOWN_SIGNER");
        assertThat(Signatures.statement(version(Set.of("valid")), List.of(OVER), NOW)
                        .state())
                .isEqualTo("UNKNOWN_SIGNER");
    }

    @Test
    void aVersionDependsOnTheOneSignatureThatIsGoodForIt() {
        assertThat(dependsOn(VALID, VALID)).isTrue();
        assertThat(dependsOn(VALID, VALID, ENDED)).as("that one was good then").isFalse();
        assertThat(dependsOn(VALID, VALID, REVOKED, OVER, LATER)).isTrue();
        assertThat(dependsOn(VALID, ENDED)).as("it has not signed").isFalse();
    }

    private static SignatureStatement statement(Signer... by) {
        return Signatures.statement(version(ids(by)), List.of(by), NOW);
    }

    private static boolean dependsOn(Signer signer, Signer... by) {
        return Signatures.dependOn(version(ids(by)), signer, List.of(by));
    }

    private static Set<String> ids(Signer... signers) {
        return Stream.of(signers).map(Signer::id).collect(Collectors.toSet());
    }

    private static Signer signer(String id, Instant from, Instant until, Instant revoked) {
        return new Signer(id, "department", id, id + "+key", from, until, revoked, null);
    }

    private static StoredVersion version(Set<String> signers) {
        return new StoredVersion(
                "dogs",
                "archive",
                "1.0.0",
                State.READY,
                1,
                UPLOADED,
                "anna",
                null,
                null,
                null,
                new VersionFacts(Text.same("Dogs"), Text.same(""), "valid", List.of(), List.of(), Set.of(), null),
                signers,
                null,
                null);
    }
}
