package de.kreiswerk.console.web.shell;

import de.kreiswerk.console.web.view.Rendering;

/** The template of the frame. */
final class Templates {

    private Templates() {}

    static String shell(ShellView view) {
        return Rendering.of(output -> JteshellGenerated.render(output, null, view));
    }
}
