package de.kreiswerk.proposals.office;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/**
 * Runs templates. Their generated classes are called directly: jte's engine looks for them in the class loader of the thread,
 * which in OSGi is never the bundle's.
 */
final class Rendering {

    private static final int USUAL_LENGTH = 16 * 1024;

    private Rendering() {}

    /** What a template writes. */
    static String of(Consumer<OwaspHtmlTemplateOutput> template) {
        StringOutput output = new StringOutput(USUAL_LENGTH);
        template.accept(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }
}
