package de.kreiswerk.core.mail.page;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** The template, called directly: jte's engine would look for it in the class loader of the thread. */
final class Templates {

    private static final int USUAL_LENGTH = 16 * 1024;

    private Templates() {}

    static String post(PostView view) {
        StringOutput output = new StringOutput(USUAL_LENGTH);
        JtepostGenerated.render(new OwaspHtmlTemplateOutput(output), null, view);
        return output.toString();
    }
}
