package de.kreiswerk.deployment.archive.signature;

/** What an archive's signature is worth. */
public enum SignatureState {
    /** A registered key, in its period, signed, and every entry is as signed. */
    VALID,
    /** No signature file, or no signature in it. */
    UNSIGNED,
    /** None of the signatures is by a registered key. */
    UNKNOWN_SIGNER,
    /** An entry differs, is missing or is not covered; or a registered key's signature is wrong. */
    MODIFIED,
    /** The key's period is over or has not begun. */
    EXPIRED,
    /** The key was revoked. */
    REVOKED
}
