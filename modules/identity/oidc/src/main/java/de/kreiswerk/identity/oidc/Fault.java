package de.kreiswerk.identity.oidc;

import de.kreiswerk.core.api.text.Text;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** What is wrong with a provider, in words for administrators: one sentence in German, what the log has in English. */
final class Fault extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    private final transient Text words;

    Fault(String german, String english) {
        this(new Text(german, english));
    }

    Fault(Text words) {
        super(words.english());
        this.words = words;
    }

    /** What comes from elsewhere is shown as well: in one line, not long. */
    static Text words(Exception failure) {
        Text words = said(failure);
        return new Text(plain(words.german()), plain(words.english()));
    }

    private static Text said(Exception failure) {
        if (failure instanceof Fault fault) {
            return fault.words;
        }
        String message = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        if (failure instanceof UnknownHostException) {
            return new Text("Seine Adresse ist im Netz nicht bekannt (" + failure.getMessage() + ").", message);
        }
        if (failure instanceof SocketTimeoutException) {
            return new Text("Er antwortet nicht rechtzeitig.", message);
        }
        if (failure instanceof SSLException) {
            return new Text(
                    "Eine sichere Verbindung zu ihm kommt nicht zustande, meist weil Java seinem Zertifikat nicht traut ("
                            + failure.getMessage() + ").",
                    message);
        }
        if (failure instanceof SocketException) {
            return new Text("Unter seiner Adresse antwortet niemand (" + failure.getMessage() + ").", message);
        }
        return new Text("Er antwortet nicht richtig (" + failure.getMessage() + ").", message);
    }

    static String plain(Object text) {
        String line = String.valueOf(text).replaceAll("\\p{Cntrl}", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
