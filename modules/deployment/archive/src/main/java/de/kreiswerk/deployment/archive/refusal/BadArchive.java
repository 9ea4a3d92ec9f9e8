package de.kreiswerk.deployment.archive.refusal;

import de.kreiswerk.core.api.text.Text;
import java.util.Objects;

/** An archive that is refused before anything of it is used. Says why in one sentence. */
public final class BadArchive extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Text sentence;

    /**
     * Refuses.
     *
     * @param code lasting name of the reason, such as {@code archive.truncated}
     * @param german one sentence
     * @param english the same
     */
    public BadArchive(String code, String german, String english) {
        super(english);
        this.code = Objects.requireNonNull(code, "code");
        this.sentence = new Text(german, english);
    }

    /**
     * The reason's lasting name.
     *
     * @return such as {@code archive.truncated}
     */
    public String code() {
        return code;
    }

    /**
     * The reason for people.
     *
     * @return one sentence
     */
    public Text sentence() {
        return sentence;
    }
}
