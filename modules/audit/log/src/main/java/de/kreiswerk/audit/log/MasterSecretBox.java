package de.kreiswerk.audit.log;

import de.kreiswerk.core.api.audit.AuditTrail;
import de.kreiswerk.core.api.secret.SecretBox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Seals with keys derived from the master key, one for each purpose: HKDF with SHA-256 (RFC 5869), of which one block of the
 * expansion is enough, since the master key is random already.
 */
@Component
public final class MasterSecretBox implements SecretBox {

    private static final String HMAC = "HmacSHA256";
    private static final int LARGEST = 65_536;

    private final SecretKey master;
    private final AesGcm aes = new AesGcm();

    /**
     * Reads the master key. The trail comes first: it makes the key when there is none yet, and says what is wrong with it.
     *
     * @param context where the data directory is
     * @param trail there once the master key is
     * @throws IOException when there is no master key
     */
    @Activate
    public MasterSecretBox(BundleContext context, @Reference AuditTrail trail) throws IOException {
        this(MasterKey.find(System.getenv(), Path.of(context.getProperty("kreiswerk.data")), false));
    }

    MasterSecretBox(SecretKey master) {
        this.master = master;
    }

    @Override
    public String seal(String purpose, String owner, byte[] secret) {
        if (secret.length > LARGEST) {
            throw new IllegalArgumentException("A secret has " + LARGEST + " bytes at most");
        }
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(aes.encrypt(key(purpose), secret, owner));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret cannot be sealed", e);
        }
    }

    @Override
    public Optional<byte[]> open(String purpose, String owner, String sealed) {
        try {
            return Optional.of(aes.decrypt(key(purpose), Base64.getUrlDecoder().decode(sealed), owner));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private SecretKey key(String purpose) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(master.getEncoded(), HMAC));
        mac.update(purpose.getBytes(StandardCharsets.UTF_8));
        return new SecretKeySpec(mac.doFinal(new byte[] {1}), "AES");
    }
}
