package de.kreiswerk.console.web.log;

import de.kreiswerk.console.web.view.Rendering;
import java.util.List;
import java.util.Locale;

/** The templates of the log. */
final class Templates {

    private Templates() {}

    static String log(LogView view) {
        return Rendering.of(output -> JtelogGenerated.render(output, null, view));
    }

    static String lines(Locale language, List<LogLine> lines, boolean gap) {
        return Rendering.of(output -> JtelinesGenerated.render(output, null, language, lines, gap));
    }
}
