package de.kreiswerk.core.api.secret;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Seals secrets that are kept in the database and that the platform itself must be able to read, with a key derived from the
 * master key, which is not in the database. What need not be read is hashed instead.
 */
@ProviderType
public interface SecretBox {

    /**
     * Seals a secret.
     *
     * @param purpose what it is for, such as {@code identity.totp}; each purpose has a key of its own
     * @param owner whose it is: moved to another owner's row it cannot be opened
     * @param secret at most 65,536 bytes
     * @return ASCII characters, less than twice as many as bytes and 40 more
     */
    String seal(String purpose, String owner, byte[] secret);

    /**
     * Opens what was sealed.
     *
     * @param purpose as it was sealed
     * @param owner as it was sealed
     * @param sealed what sealing gave
     * @return the secret, empty when it was sealed with another master key, for something or somebody else, or is damaged
     */
    Optional<byte[]> open(String purpose, String owner, String sealed);
}
