package de.kreiswerk.audit.web;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/**
 * Runs the template. Its generated class is called directly: jte's engine looks for it in the class loader of the thread, which in
 * OSGi is never the bundle's.
 */
final class Templates {

    private static final int USUAL_LENGTH = 8 * 1024;

    private Templates() {}

    static String transparency(TransparencyView view) {
        StringOutput output = new StringOutput(USUAL_LENGTH);
        JtetransparencyGenerated.render(new OwaspHtmlTemplateOutput(output), null, view);
        return output.toString();
    }
}
