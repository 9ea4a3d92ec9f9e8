package de.kreiswerk.identity.oidc;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/** The templates of these pages. */
final class Templates {

    private static final int USUAL_LENGTH = 8 * 1024;

    private Templates() {}

    static String failed(FailedView view) {
        return of(output -> JtefailedGenerated.render(output, null, view));
    }

    static String providers(ProvidersView view) {
        return of(output -> JteprovidersGenerated.render(output, null, view));
    }

    private static String of(Consumer<OwaspHtmlTemplateOutput> template) {
        StringOutput output = new StringOutput(USUAL_LENGTH);
        template.accept(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }
}
