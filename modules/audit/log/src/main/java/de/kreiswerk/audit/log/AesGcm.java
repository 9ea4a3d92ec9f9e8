package de.kreiswerk.audit.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM with a random nonce of 96 bits in front (NIST SP 800-38D). */
final class AesGcm {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();

    byte[] encrypt(SecretKey key, byte[] plain, String context) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        byte[] sealed = new byte[NONCE + cipher.getOutputSize(plain.length)];
        System.arraycopy(nonce, 0, sealed, 0, NONCE);
        cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
        return sealed;
    }

    byte[] decrypt(SecretKey key, byte[] sealed, String context) throws GeneralSecurityException {
        if (sealed.length < NONCE + TAG_BITS / Byte.SIZE) {
            throw new AEADBadTagException("Too short to have been sealed");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
    }
}
