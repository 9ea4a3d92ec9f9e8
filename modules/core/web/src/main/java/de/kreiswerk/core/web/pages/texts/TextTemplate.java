package de.kreiswerk.core.web.pages.texts;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** The template of a text's page. */
final class TextTemplate {

    private TextTemplate() {}

    static String rendered(TextView view) {
        StringOutput output = new StringOutput();
        JtetextGenerated.render(new OwaspHtmlTemplateOutput(output), null, view);
        return output.toString();
    }
}
