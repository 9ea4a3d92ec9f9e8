package de.kreiswerk.audit.log.kept;

import de.kreiswerk.core.api.secret.SecretBox;
import java.util.Optional;

/**
 * That the platform itself wrote a row which lets something go. It is made with a key derived from the master key, which is not in the
 * database, so whoever can merely write there cannot make it.
 */
public final class Evidence {

    private static final String PURPOSE = "audit.letting-go";
    private static final byte[] NOTHING = {};

    private final SecretBox box;

    /**
     * Makes and checks evidence.
     *
     * @param box has the key
     */
    public Evidence(SecretBox box) {
        this.box = box;
    }

    String of(Object... fields) {
        return box.seal(PURPOSE, text(fields), NOTHING);
    }

    boolean fits(String evidence, Object... fields) {
        return Optional.ofNullable(evidence)
                .flatMap(made -> box.open(PURPOSE, text(fields), made))
                .isPresent();
    }

    /** With their lengths, so that nothing can be moved from one field into the next. */
    private static String text(Object... fields) {
        StringBuilder text = new StringBuilder();
        for (Object field : fields) {
            String value = field == null ? null : field.toString();
            text.append(value == null ? -1 : value.length()).append(':').append(value);
        }
        return text.toString();
    }
}
