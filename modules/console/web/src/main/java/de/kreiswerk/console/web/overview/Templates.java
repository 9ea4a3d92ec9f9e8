package de.kreiswerk.console.web.overview;

import de.kreiswerk.console.web.view.Rendering;

/** The template of the overview. */
final class Templates {

    private Templates() {}

    static String overview(OverviewView view) {
        return Rendering.of(output -> JteoverviewGenerated.render(output, null, view));
    }
}
