package de.kreiswerk.core.web.pages;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/**
 * The templates of this bundle. Their generated classes are called directly: jte's engine looks for them in the class loader
 * of the thread, which in OSGi is never the bundle's.
 */
final class Templates {

    private static final int USUAL_LENGTH = 8 * 1024;

    private Templates() {}

    static String frame(Frame frame) {
        return rendered(output -> JteframeGenerated.render(output, null, frame));
    }

    static String start(StartView view) {
        return rendered(output -> JtestartGenerated.render(output, null, view));
    }

    static String problem(ProblemView view) {
        return rendered(output -> JteproblemGenerated.render(output, null, view));
    }

    private static String rendered(Consumer<OwaspHtmlTemplateOutput> template) {
        StringOutput output = new StringOutput(USUAL_LENGTH);
        template.accept(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }
}
