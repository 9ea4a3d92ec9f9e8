package de.kreiswerk.proposals.importer.refusals;

import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.importer.refusals.RawText.RawRule;

/** Blank lines are free, every other costs memory. */
final class TooManyLines implements RawRule {

    static final int MAX = 500_000;

    @Override
    public void admit(String text) {
        int line = 1;
        int filled = 0;
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            if (RawText.endsLine(text, i)) {
                line++;
                blank = true;
            } else if (blank && !Character.isWhitespace(text.charAt(i))) {
                blank = false;
                filled++;
                if (filled > MAX) {
                    throw refusal(line);
                }
            }
        }
    }

    private static RuntimeException refusal(int line) {
        return Refusal.unprocessable(
                "too-many-lines",
                line,
                new Text(
                        "Der Text hat mehr als 500.000 beschriebene Zeilen. Bitte nur den Text einer Vorlage senden.",
                        "The text has more than 500,000 lines that are not blank. Please send the text of one proposal"
                                + " only."));
    }
}
