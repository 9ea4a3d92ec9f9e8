package de.kreiswerk.proposals.importer.rules.finance;

import de.kreiswerk.proposals.importer.words.Wording;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The questions of the county's financial form, in order. */
enum FormPart {
    /** What the measure costs. */
    IMPLEMENTATION("a)", "umsetzung", Set.of("für die umsetzung der maßnahmen", "für die umsetzung der maßnahme")),
    /** What it goes on costing. */
    FOLLOW_UP("b)", "folgekosten", Set.of("an folgekosten", "folgekosten", "jährliche folgekosten")),
    /** How the budget covers it. */
    COVERAGE("c)", "haushaltsrechtlich", Set.of("haushaltsrechtlich gesichert")),
    /** Why it is covered so. */
    JUSTIFICATION("", "", Set.of("begründung")),
    /** What else is to be said. */
    OTHER("", "", Set.of("sonstiges")),
    /** Whether there is revenue. */
    REVENUE("d)", "einnahmen", Set.of("mögliche einnahmen")),
    /** Whether value added tax falls due on the revenue. */
    VAT("", "", Set.of("wenn ja, umsatzsteuerliche relevanz der einnahmen"));

    // Of the form's questions those with a letter: the others are common words, which may begin any line.
    private static final Pattern LETTERED = Arrays.stream(values())
            .filter(FormPart::hasLetter)
            .flatMap(part -> part.questions.stream()
                    .sorted(Comparator.comparing(String::length).reversed())
                    .map(question -> Pattern.quote(part.letter) + "\\s*" + question.replace(" ", "\\s+")))
            .collect(Collectors.collectingAndThen(
                    Collectors.joining("|"), questions -> Pattern.compile("(?iu)(?:" + questions + ")(?=\\s)")));

    private final String letter;
    private final String keyword;
    private final Set<String> questions;

    FormPart(String letter, String keyword, Set<String> questions) {
        this.letter = letter;
        this.keyword = keyword;
        this.questions = questions;
    }

    /** Whether words ask this question: with its letter and keyword, or in the form's own words without the letter. */
    boolean isAsked(String question) {
        String plain = Wording.plain(question);
        boolean lettered = hasLetter() && plain.startsWith(letter) && plain.contains(keyword);
        return lettered || isOwnWording(question);
    }

    /** Whether a question is in the form's own words, so that nothing is lost when it is left out. */
    boolean isOwnWording(String question) {
        String plain = Wording.plain(question);
        boolean lettered = hasLetter() && plain.startsWith(letter);
        return questions.contains(lettered ? plain.substring(letter.length()).strip() : plain);
    }

    /** Where a question in the form's own words that a line begins with ends; 0 when it begins with none. */
    static int endOfOwnWording(String line) {
        Matcher question = LETTERED.matcher(line);
        return question.lookingAt() ? question.end() : 0;
    }

    /** Whether the question has a letter, as those have by which the form is recognised. */
    boolean hasLetter() {
        return !letter.isEmpty();
    }

    /** Begründung and Sonstiges belong to the coverage and may stand in either order. */
    boolean mayFollow(FormPart last) {
        boolean ofCoverage = this == JUSTIFICATION || this == OTHER;
        boolean inCoverage = last == COVERAGE || last == JUSTIFICATION || last == OTHER;
        return ofCoverage ? inCoverage : last == null || ordinal() > last.ordinal();
    }
}
