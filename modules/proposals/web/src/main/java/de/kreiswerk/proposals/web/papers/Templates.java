package de.kreiswerk.proposals.web.papers;

import de.kreiswerk.proposals.web.view.Rendering;

/** The templates of these pages. */
final class Templates {

    private Templates() {}

    static String list(ListView view) {
        return Rendering.of(output -> JtelistGenerated.render(output, null, view));
    }

    static String paper(PaperView view) {
        return Rendering.of(output -> JtepaperGenerated.render(output, null, view));
    }
}
