package de.kreiswerk.proposals.importer.rules.finance;

import de.kreiswerk.proposals.importer.reading.Claims;
import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.importer.words.EuroAmount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answers to the questions of the county's financial form. Each question counts once and in its order. */
final class FinancialForm {

    private static final int MAX_QUESTION = 120;

    private final Map<FormPart, List<Answer>> answers = new EnumMap<>(FormPart.class);
    private final Map<Line, String> unusualQuestions = new LinkedHashMap<>();
    private FormPart last;

    static FinancialForm of(List<Line> lines) {
        FinancialForm form = new FinancialForm();
        lines.forEach(form::read);
        return form;
    }

    /** Whether it is that form at all: two of its lettered questions are there. */
    boolean isForm() {
        return answers.keySet().stream().filter(FormPart::hasLetter).count() >= 2;
    }

    List<Answer> answers(FormPart part) {
        return answers.getOrDefault(part, List.of());
    }

    /** Claims the questions and answers. Words of a question that are not the form's own are kept. */
    void claim(Claims claims) {
        unusualQuestions.forEach((line, words) -> claims.takeAllBut(words, line));
        answers.values().forEach(part -> part.forEach(answer -> claims.take(answer.line())));
    }

    private void read(Line line) {
        String question = line.text().substring(0, endOfQuestion(line.text()));
        FormPart asked = question.length() > MAX_QUESTION ? null : partAskedBy(question);
        if (asked != null) {
            last = asked;
            answers.put(asked, new ArrayList<>());
            unusualQuestions.put(line, asked.isOwnWording(question) ? "" : question);
            addAnswer(
                    line,
                    line.text()
                            .substring(
                                    Math.min(question.length() + 1, line.text().length())));
        } else if (last != null) {
            addAnswer(line, line.text());
        }
    }

    private void addAnswer(Line line, String words) {
        if (!words.isBlank()) {
            answers.get(last).add(new Answer(line, words.strip()));
        }
    }

    /** Where the question of a line ends: at a tab or colon, else behind the form's own words. */
    private int endOfQuestion(String line) {
        int mark = tabOrColon(line);
        int end = mark < 0 ? line.length() : mark;
        int own = FormPart.endOfOwnWording(line);
        // A colon behind an amount is one of the answer: "12.500 € (davon Land: 3.000 €)".
        boolean answered = own > 0 && own < end && (mark < 0 || EuroAmount.isIn(line.substring(own, end)));
        return answered ? own : end;
    }

    private int tabOrColon(String line) {
        int colon = line.indexOf(':');
        int tab = line.indexOf('\t');
        // A tab may stand behind the letter as well.
        for (int i = 0; i < 2 && tab > 0 && (colon < 0 || tab < colon); i++) {
            if (partAskedBy(line.substring(0, tab)) != null) {
                return tab;
            }
            tab = line.indexOf('\t', tab + 1);
        }
        return colon;
    }

    private FormPart partAskedBy(String question) {
        for (FormPart part : FormPart.values()) {
            if (!answers.containsKey(part) && part.mayFollow(last) && part.isAsked(question)) {
                return part;
            }
        }
        return null;
    }
}
