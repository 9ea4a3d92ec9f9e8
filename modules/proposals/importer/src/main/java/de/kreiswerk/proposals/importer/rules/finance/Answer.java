package de.kreiswerk.proposals.importer.rules.finance;

import de.kreiswerk.proposals.importer.text.Line;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Words behind or below a question.
 *
 * @param line the line that they stand on
 * @param words the words
 */
record Answer(Line line, String words) {

    static String join(List<Answer> answers) {
        return answers.stream().map(Answer::words).collect(Collectors.joining(" "));
    }

    /** The same words as a line of their own. */
    Line asLine() {
        return line.part(words);
    }
}
