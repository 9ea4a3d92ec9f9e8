package de.kreiswerk.proposals.importer.rules.attachments;

import de.kreiswerk.proposals.importer.text.Line;
import de.kreiswerk.proposals.wordkit.Secrecy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence of running text, which may go over several lines.
 *
 * @param words the sentence in one line
 * @param starts where each line begins in it
 * @param numbers the number of each line
 */
record Sentence(String words, List<Integer> starts, List<Integer> numbers) {

    private static final String SHORT = "vgl|gem|abs|art|bzw|ggf|anl|lit|kap|ziff|inkl|zzgl|evtl|usw|lfd";
    // A full stop behind a number or a short word ends no sentence, but for the number of an attachment.
    private static final Pattern END = Pattern.compile(
            "(?:(?<=\\p{L}{3}|[)\\]\"“”»%€])(?<!\\b(?i:" + SHORT
                    + "))[.!?]|(?<=\\bAnlage \\d{1,3})\\.|(?<=\\p{L})[!?]|;)[)\"“”»]?(?= +[\\p{Lu}„\"»(])",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ITEM =
            Pattern.compile("(?:[-*•–·] |\\d{1,3}[.)] |[a-z]\\) |Anlagen? (?:Nr\\.? ?)?[\\dIVX]).*");
    /** What {@link #END} begins with. */
    private static final String MARKS = ".!?;";

    private static final String ENDS = ".!?:;";
    /** Nobody writes a longer one; what is named by one word and called secret by another stands closer. */
    private static final int MAX_LENGTH = 10_000;

    /** The sentences of some lines. Items of a list and rows of a table are sentences of their own. */
    static List<Sentence> of(List<Line> lines) {
        List<Sentence> sentences = new ArrayList<>();
        List<Line> paragraph = new ArrayList<>();
        for (Line line : lines) {
            if (!paragraph.isEmpty() && !goesOn(paragraph.get(paragraph.size() - 1), line)) {
                cut(paragraph, sentences);
                paragraph.clear();
            }
            paragraph.add(line);
        }
        cut(paragraph, sentences);
        return sentences;
    }

    /** The number of the line that a place lies in. */
    int lineAt(int place) {
        int line = 0;
        while (line + 1 < starts.size() && starts.get(line + 1) <= place) {
            line++;
        }
        return numbers.get(line);
    }

    private static boolean goesOn(Line before, Line line) {
        if (!line.follows(before) || line.emphasised() || before.emphasised() || isRow(before) || isRow(line)) {
            return false;
        }
        boolean ended = ENDS.indexOf(before.text().charAt(before.text().length() - 1)) >= 0;
        return !isItem(line) || !ended && !isItem(before) || endsInSecrecy(before);
    }

    private static boolean isRow(Line line) {
        return line.text().startsWith("|") || line.text().indexOf('\t') >= 0;
    }

    private static boolean isItem(Line line) {
        return ITEM.matcher(line.text()).matches();
    }

    private static boolean endsInSecrecy(Line line) {
        List<Secrecy.Words> secrets = Secrecy.in(line.text());
        return !secrets.isEmpty()
                && secrets.get(secrets.size() - 1).end() == line.text().length();
    }

    private static void cut(List<Line> paragraph, List<Sentence> sentences) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (Line line : paragraph) {
            text.append(text.isEmpty() ? "" : " ");
            starts.add(text.length());
            text.append(line.text());
        }
        int from = 0;
        int line = 0;
        Matcher end = END.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        while (from < text.length()) {
            int most = Math.min(text.length(), from + MAX_LENGTH);
            int to = find(end, text, from, most) ? end.end() : most;
            List<Integer> begins = new ArrayList<>();
            List<Integer> numbers = new ArrayList<>();
            for (; line < starts.size() && starts.get(line) < to; line++) {
                begins.add(Math.max(0, starts.get(line) - from));
                numbers.add(paragraph.get(line).number());
            }
            // The last line may go on in the next sentence.
            line--;
            sentences.add(new Sentence(text.substring(from, to), begins, numbers));
            from = to;
        }
    }

    /** As {@link Matcher#find()}, but tries only at marks: what must stand before one is dear to look for everywhere. */
    private static boolean find(Matcher end, CharSequence text, int from, int most) {
        for (int i = from; i < most; i++) {
            if (MARKS.indexOf(text.charAt(i)) >= 0 && end.region(i, most).lookingAt()) {
                return true;
            }
        }
        return false;
    }
}
