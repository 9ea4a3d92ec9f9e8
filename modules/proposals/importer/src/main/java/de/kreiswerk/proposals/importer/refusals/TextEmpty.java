package de.kreiswerk.proposals.importer.refusals;

import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.importer.refusals.RawText.RawRule;
import java.util.List;

final class TextEmpty implements RawRule {

    @Override
    public void admit(String text) {
        if (text.codePoints().allMatch(TextEmpty::isInvisible)) {
            throw Refusal.because(
                    Kind.MALFORMED,
                    "text-empty",
                    new Text(
                            "Der Text ist leer. Bitte den Text der Vorlage senden.",
                            "The text is empty. Please send the text of the proposal."),
                    List.of());
        }
    }

    private static boolean isInvisible(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
