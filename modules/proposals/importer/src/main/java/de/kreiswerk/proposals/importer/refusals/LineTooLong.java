package de.kreiswerk.proposals.importer.refusals;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.importer.refusals.RawText.RawRule;

final class LineTooLong implements RawRule {

    static final int MAX = 1024 * 1024;

    @Override
    public void admit(String text) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (RawText.endsLine(text, i)) {
                line++;
                start = i + 1;
            } else if (i - start >= MAX) {
                throw Refusal.unprocessable(
                        "line-too-long",
                        line,
                        new Text(
                                "Zeile " + line + " ist länger als 1.048.576 Zeichen. Bitte den Text mit seinen"
                                        + " Zeilenumbrüchen senden.",
                                "Line " + line + " is longer than 1,048,576 characters. Please send the text with its"
                                        + " line breaks."));
            }
        }
    }
}
