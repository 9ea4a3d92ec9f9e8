package de.kreiswerk.deployment.service.judge;

import de.kreiswerk.core.api.problem.Problem;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.deployment.archive.signature.SignatureState;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the trail says of a signature that does not count. It is sealed for good, so it quotes neither what a signer is called here nor what
 * an archive calls its keys: both may be a person's name.
 */
public final class SignatureWords {

    private SignatureWords() {}

    /**
     * The code of a refusal.
     *
     * @param state what the signature is worth
     * @return the code
     */
    public static String code(SignatureState state) {
        return "signature-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Why it does not count.
     *
     * @param state what the signature is worth
     * @return a sentence that names nobody
     */
    public static Text sentence(SignatureState state) {
        return switch (state) {
            case VALID -> new Text("Die Signatur gilt.", "The signature is valid.");
            case UNSIGNED -> new Text("Das Archiv ist nicht signiert.", "The archive is not signed.");
            case UNKNOWN_SIGNER ->
                new Text(
                        "Kein Schlüssel, mit dem das Archiv signiert ist, ist hier registriert.",
                        "No key with which the archive is signed is registered here.");
            case MODIFIED ->
                new Text(
                        "Die Signatur passt nicht zu dem, was im Archiv ist.",
                        "The signature does not match what is in the archive.");
            case EXPIRED ->
                new Text(
                        "Der Schlüssel, mit dem das Archiv signiert ist, gilt noch nicht oder nicht mehr.",
                        "The key with which the archive is signed is not valid yet, or not any more.");
            case REVOKED ->
                new Text(
                        "Der Schlüssel, mit dem das Archiv signiert ist, wurde widerrufen.",
                        "The key with which the archive is signed was revoked.");
        };
    }

    /**
     * What the trail says of a refusal.
     *
     * @param problem what whoever uploaded is told
     * @return the same, unless it may name a signer
     */
    public static Text recorded(Problem problem) {
        return Stream.of(SignatureState.values())
                .filter(state -> code(state).equals(problem.code()))
                .findFirst()
                .map(SignatureWords::sentence)
                .orElse(problem.detail());
    }
}
