package de.kreiswerk.launcher.client;

import de.kreiswerk.launcher.cli.Terminal;
import java.io.PrintStream;
import java.util.List;

/** Remarks about lines of a text, one under the other in columns. */
final class Lines {

    private Lines() {}

    /**
     * A remark.
     *
     * @param number the line, 0 for the whole text
     * @param kind what sort of remark, may be empty
     * @param text the remark
     */
    record Line(int number, String kind, String text) {}

    static void print(List<Line> lines, Terminal terminal, PrintStream to) {
        int digits = lines.stream()
                .mapToInt(line -> String.valueOf(line.number()).length())
                .max()
                .orElse(1);
        int kinds = lines.stream().mapToInt(line -> line.kind().length()).max().orElse(0);
        for (Line line : lines) {
            to.println("  " + place(line, digits, terminal) + padded(line.kind(), kinds) + "  "
                    + Terminal.oneLine(line.text()));
        }
    }

    private static String place(Line line, int digits, Terminal terminal) {
        String word = terminal.pick("Zeile ", "Line ");
        return line.number() > 0
                ? word + String.format("%" + digits + "d", line.number())
                : " ".repeat(word.length() + digits);
    }

    private static String padded(String kind, int width) {
        return width == 0 ? "" : "  " + kind + " ".repeat(width - kind.length());
    }
}
