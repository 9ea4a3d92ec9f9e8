package de.kreiswerk.console.web.settings;

import de.kreiswerk.core.api.text.Text;
import java.util.Locale;

/** What is shown in the reader's language. */
interface Localized {

    Locale language();

    default String in(Text text) {
        return text.in(language());
    }
}
