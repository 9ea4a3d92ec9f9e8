package de.kreiswerk.proposals.importer.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as numbered lines. Blank lines are not kept, gaps in the numbers tell of them: ten million of them cost nothing.
 *
 * @param lines the lines that hold something, in order
 * @param cleaned the first line from which control characters were removed, 0 when there is none
 * @param removed how many control characters were removed
 */
public record SourceText(List<Line> lines, int cleaned, int removed) {

    /**
     * Cuts a text into lines and frees them of control characters and markup.
     *
     * @param text lines ended by LF, CR LF or CR
     */
    public static SourceText of(String text) {
        List<Line> lines = new ArrayList<>();
        int cleaned = 0;
        int removed = 0;
        int number = 0;
        for (int start = 0; start <= text.length(); number++) {
            int end = endOfLine(text, start);
            Characters raw = Characters.of(text.substring(start, end));
            if (raw.removed() > 0) {
                cleaned = cleaned == 0 ? number + 1 : cleaned;
                removed += raw.removed();
            }
            Line line = Markup.strip(number + 1, raw.text());
            if (line != null) {
                lines.add(line);
            }
            start = text.startsWith("\r\n", end) ? end + 2 : end + 1;
        }
        return new SourceText(List.copyOf(BrokenWords.mended(lines)), cleaned, removed);
    }

    private static int endOfLine(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
