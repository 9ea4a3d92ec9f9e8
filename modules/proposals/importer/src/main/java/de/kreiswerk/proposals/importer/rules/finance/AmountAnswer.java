package de.kreiswerk.proposals.importer.rules.finance;

import de.kreiswerk.proposals.api.PaperDocument.Amount;
import de.kreiswerk.proposals.importer.words.EuroAmount;
import java.util.List;

/** a) and b): an amount left blank is unanswered, not zero. */
final class AmountAnswer {

    private AmountAnswer() {}

    static Amount read(List<Answer> answers) {
        String words = Answer.join(answers);
        boolean blank = words.replaceAll("€|EUR\\b|Euro\\b", "").codePoints().noneMatch(Character::isLetterOrDigit);
        return blank ? null : new Amount(EuroAmount.in(words).orElse(null), words);
    }
}
