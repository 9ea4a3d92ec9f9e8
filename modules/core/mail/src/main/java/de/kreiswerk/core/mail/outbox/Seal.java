package de.kreiswerk.core.mail.outbox;

import de.kreiswerk.core.api.secret.SecretBox;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Seals the parts of a mail, each so that it can be opened as this part of this mail only. */
final class Seal {

    static final String RECIPIENT = "recipient";
    static final String SUBJECT = "subject";
    static final String CONTENT = "content";

    private static final String PURPOSE = "core.mail";

    private final SecretBox box;

    Seal(SecretBox box) {
        this.box = box;
    }

    String seal(String id, String part, String words) {
        return box.seal(PURPOSE, id + "/" + part, words.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when it was sealed with another master key. */
    Optional<String> open(String id, String part, String sealed) {
        return sealed == null
                ? Optional.empty()
                : box.open(PURPOSE, id + "/" + part, sealed).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
