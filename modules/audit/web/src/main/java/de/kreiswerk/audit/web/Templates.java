package de.kreiswerk.audit.web;

/** The template of the public page. */
final class Templates {

    private Templates() {}

    static String transparency(TransparencyView view) {
        return Rendering.of(output -> JtetransparencyGenerated.render(output, null, view));
    }
}
