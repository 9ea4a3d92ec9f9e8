package de.kreiswerk.audit.log.checkpoint;

import de.kreiswerk.core.notekit.NoteSignature;
import de.kreiswerk.core.notekit.SignerKey;
import de.kreiswerk.core.notekit.VerifierKey;

/** Signs checkpoints. The private key need not be in this process. */
public interface LogSigner {

    /**
     * The public half.
     *
     * @return what its signatures are verified with
     */
    VerifierKey verifier();

    /**
     * Signs.
     *
     * @param text a checkpoint's
     * @return the signature
     */
    NoteSignature sign(String text);

    /**
     * Signs with a key that is at hand.
     *
     * @param key the key
     * @return a signer
     */
    static LogSigner of(SignerKey key) {
        return new LogSigner() {
            @Override
            public VerifierKey verifier() {
                return key.verifier();
            }

            @Override
            public NoteSignature sign(String text) {
                return key.sign(text);
            }
        };
    }
}
