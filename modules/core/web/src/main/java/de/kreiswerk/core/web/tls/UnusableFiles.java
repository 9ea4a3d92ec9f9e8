package de.kreiswerk.core.web.tls;

import de.kreiswerk.core.api.text.Text;
import java.io.IOException;

/** TLS cannot be spoken with the files as they are; says which, why, and what to do. The message is the English half, for the log. */
final class UnusableFiles extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Text why;

    UnusableFiles(String german, String english) {
        this(german, english, null);
    }

    UnusableFiles(String german, String english, Exception cause) {
        super(english, cause);
        this.why = new Text(german, english);
    }

    Text why() {
        return why;
    }
}
