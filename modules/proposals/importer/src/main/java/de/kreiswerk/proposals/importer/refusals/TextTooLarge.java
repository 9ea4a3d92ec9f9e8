package de.kreiswerk.proposals.importer.refusals;

import de.kreiswerk.core.api.problem.Problem.Kind;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.proposals.api.Papers;
import de.kreiswerk.proposals.importer.refusals.RawText.RawRule;
import java.util.List;

final class TextTooLarge implements RawRule {

    @Override
    public void admit(String text) {
        if (text.length() > Papers.MAX_TEXT_LENGTH) {
            throw Refusal.because(
                    Kind.TOO_LARGE,
                    "text-too-large",
                    new Text(
                            "Der Text ist länger als 10 Mi Zeichen. Bitte nur den Text der Vorlage senden und Anlagen"
                                    + " einzeln hochladen.",
                            "The text is longer than 10 Mi characters. Please send the text of the proposal only and"
                                    + " upload attachments one by one."),
                    List.of());
        }
    }
}
