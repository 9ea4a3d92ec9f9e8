package de.kreiswerk.proposals.importer.refusals;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.importer.refusals.RawText.RawRule;

/** A NUL never stands in a text; a tenth of control or replacement characters tells of a file that is none. */
final class TextBinary implements RawRule {

    @Override
    public void admit(String text) {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw refusal(RawText.lineAt(text, nul));
        }
        long strange = text.chars().filter(TextBinary::isStrange).count();
        if (strange * 10 > text.length()) {
            throw refusal(1);
        }
    }

    private static RuntimeException refusal(int line) {
        return Refusal.unprocessable(
                "text-binary",
                line,
                new Text(
                        "Das ist kein Text, sondern eine Binärdatei. Bitte den Text der Vorlage senden, nicht das PDF oder"
                                + " die Datei der Textverarbeitung.",
                        "This is a binary file, not a text. Please send the text of the proposal, not the PDF or the word"
                                + " processor's file."));
    }

    private static boolean isStrange(int c) {
        return c == 0xFFFD || Character.isISOControl(c) && !Character.isWhitespace(c);
    }
}
