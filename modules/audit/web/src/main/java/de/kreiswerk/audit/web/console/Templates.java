package de.kreiswerk.audit.web.console;

import de.kreiswerk.audit.web.Rendering;

/** The templates of the auditors' pages. */
final class Templates {

    private Templates() {}

    static String search(SearchView view) {
        return Rendering.of(output -> JtesearchGenerated.render(output, null, view));
    }

    static String record(RecordView view) {
        return Rendering.of(output -> JterecordGenerated.render(output, null, view));
    }
}
