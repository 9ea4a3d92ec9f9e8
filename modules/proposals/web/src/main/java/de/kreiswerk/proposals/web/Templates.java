package de.kreiswerk.proposals.web;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/**
 * The templates of this bundle. Their generated classes are called directly: jte's engine looks for them in the class loader
 * of the thread, which in OSGi is never the bundle's.
 */
final class Templates {

    private static final int USUAL_LENGTH = 16 * 1024;

    private Templates() {}

    static String list(ListView view) {
        return rendered(output -> JtelistGenerated.render(output, null, view));
    }

    static String paper(PaperView view) {
        return rendered(output -> JtepaperGenerated.render(output, null, view));
    }

    private static String rendered(Consumer<OwaspHtmlTemplateOutput> template) {
        StringOutput output = new StringOutput(USUAL_LENGTH);
        template.accept(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }
}
