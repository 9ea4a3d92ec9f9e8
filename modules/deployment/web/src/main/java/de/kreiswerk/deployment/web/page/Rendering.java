package de.kreiswerk.deployment.web.page;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/** Runs templates. They are called directly: jte's engine would look for them in the class loader of the thread. */
public final class Rendering {

    private static final int USUAL_LENGTH = 16 * 1024;

    private Rendering() {}

    /** What a template writes. */
    public static String of(Consumer<OwaspHtmlTemplateOutput> template) {
        StringOutput output = new StringOutput(USUAL_LENGTH);
        template.accept(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }
}
