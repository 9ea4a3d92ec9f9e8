package de.kreiswerk.core.web.pages.texts;

import de.kreiswerk.core.api.text.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The texts that the law asks for. */
enum LegalText {
    IMPRESSUM(new Text("Impressum", "Legal notice")),
    DATENSCHUTZ(new Text("Datenschutzerklärung", "Privacy statement")),
    BARRIEREFREIHEIT(new Text("Erklärung zur Barrierefreiheit", "Accessibility statement"));

    private final Text title;

    LegalText(Text title) {
        this.title = title;
    }

    static Optional<LegalText> named(String name) {
        return Arrays.stream(values()).filter(text -> text.key().equals(name)).findFirst();
    }

    /** Its name in addresses and on the command line. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    Text title() {
        return title;
    }

    /** The path of its snapshot. */
    String path() {
        return "/text/" + key();
    }

    /** The address of its page. */
    String address() {
        return "/" + key();
    }
}
