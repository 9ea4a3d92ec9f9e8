package de.kreiswerk.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * Checks ID tokens (OpenID Connect Core 1.0, section 3.1.3.7; RFC 8725). Only signatures by a key pair: a token that is signed
 * with the secret that we share could have been made by anybody who has it.
 */
final class IdTokens {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    /** Clocks differ. */
    private static final Duration SKEW = Duration.ofSeconds(60);
    /** A token is redeemed at once; an old one is of no sign-in of now. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private static final int LONGEST = 64 * 1024;
    private static final int LONGEST_SUBJECT = 255;

    private final String issuer;
    private final String clientId;
    private final Keys keys;
    private final Clock clock;

    IdTokens(String issuer, String clientId, Keys keys, Clock clock) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.keys = keys;
        this.clock = clock;
    }

    Claims check(String token, String nonce, String keyAddress) throws SignInFailed {
        JWTClaimsSet claims = verified(signed(token), keyAddress);
        if (!issuer.equals(claims.getIssuer())) {
            throw new SignInFailed(Failure.TOKEN_ISSUER, "the token has another issuer");
        }
        checkAudience(claims);
        checkTime(claims);
        if (!isSame(nonce, claims.getClaim("nonce"))) {
            throw new SignInFailed(Failure.TOKEN_NONCE, "the token has another nonce");
        }
        String subject = claims.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT || subject.indexOf('\0') >= 0) {
            throw new SignInFailed(Failure.TOKEN_MALFORMED, "the token has no subject, or a long one");
        }
        return new Claims(subject, claims.getClaims());
    }

    private static SignedJWT signed(String token) throws SignInFailed {
        JWT parsed;
        try {
            parsed = token == null || token.length() > LONGEST ? null : JWTParser.parse(token);
        } catch (ParseException e) {
            parsed = null;
        }
        if (parsed == null) {
            throw new SignInFailed(Failure.TOKEN_MALFORMED, "the answer holds no ID token");
        }
        if (!(parsed instanceof SignedJWT jwt)) {
            throw new SignInFailed(Failure.TOKEN_UNSIGNED, "the token is not signed");
        }
        if (!ALGORITHMS.contains(jwt.getHeader().getAlgorithm())) {
            throw new SignInFailed(
                    Failure.TOKEN_ALGORITHM, "the token is signed with an algorithm that is not accepted");
        }
        return jwt;
    }

    private JWTClaimsSet verified(SignedJWT token, String keyAddress) throws SignInFailed {
        JWKSource<SecurityContext> source = (selector, context) -> {
            try {
                return keys.select(selector, keyAddress);
            } catch (IOException e) {
                throw new RemoteKeySourceException(e.getMessage(), e);
            }
        };
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, source));
        // Done here, each with its own reason.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        try {
            return processor.process(token, null);
        } catch (BadJOSEException e) {
            throw new SignInFailed(Failure.TOKEN_SIGNATURE, "the token's signature is not the provider's");
        } catch (KeySourceException e) {
            throw new SignInFailed(Failure.PROVIDER_AWAY, "its keys: " + e.getMessage());
        } catch (JOSEException e) {
            throw new SignInFailed(Failure.TOKEN_SIGNATURE, "the token's signature cannot be checked");
        }
    }

    private void checkAudience(JWTClaimsSet claims) throws SignInFailed {
        List<String> audience = claims.getAudience();
        Object authorized = claims.getClaim("azp");
        boolean ours = audience.contains(clientId)
                && (authorized == null ? audience.size() == 1 : clientId.equals(authorized));
        if (!ours) {
            throw new SignInFailed(Failure.TOKEN_AUDIENCE, "the token is for somebody else");
        }
    }

    private void checkTime(JWTClaimsSet claims) throws SignInFailed {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        Date issued = claims.getIssueTime();
        Date from = claims.getNotBeforeTime();
        if (expires == null || issued == null) {
            throw new SignInFailed(Failure.TOKEN_MALFORMED, "the token does not say when it was made or ends");
        }
        boolean valid = now.isBefore(expires.toInstant().plus(SKEW))
                && issued.toInstant().isBefore(now.plus(SKEW))
                && issued.toInstant().isAfter(now.minus(OLDEST))
                && (from == null || from.toInstant().isBefore(now.plus(SKEW)));
        if (!valid) {
            throw new SignInFailed(Failure.TOKEN_EXPIRED, "the token is too old or not valid yet");
        }
    }

    private static boolean isSame(String expected, Object sent) {
        return sent instanceof String text
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }
}
