package de.kreiswerk.audit.web.console;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/** Runs templates. They are called directly: jte's engine would look for them in the class loader of the thread. */
final class Templates {

    private static final int USUAL_LENGTH = 32 * 1024;

    private Templates() {}

    static String search(SearchView view) {
        return of(output -> JtesearchGenerated.render(output, null, view));
    }

    static String record(RecordView view) {
        return of(output -> JterecordGenerated.render(output, null, view));
    }

    private static String of(Consumer<OwaspHtmlTemplateOutput> template) {
        StringOutput output = new StringOutput(USUAL_LENGTH);
        template.accept(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }
}
