package de.kreiswerk.runtime.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was measured, part by part: each with a table, its day and its machine. */
final class Report {

    private static final String NOT_YET = "Not measured yet.";

    private final Map<String, List<Line>> parts = new LinkedHashMap<>();
    private final Map<String, String> remarks = new HashMap<>();

    void add(String part, Line line) {
        parts.computeIfAbsent(part, any -> new ArrayList<>()).add(line);
    }

    /** What is to be said of a part below its table, behind what was said before. */
    void remark(String part, String words) {
        remarks.merge(part, words, (before, more) -> before + "\n\n" + more);
    }

    List<Line> lines() {
        return parts.values().stream().flatMap(List::stream).toList();
    }

    List<String> table() {
        return table(lines());
    }

    /** What is to be said besides, part by part. */
    List<String> remarks() {
        return List.copyOf(remarks.values());
    }

    private static List<String> table(List<Line> lines) {
        List<String> table = new ArrayList<>();
        table.add("| what | on | Kreiswerk | beside it | ratio (lowest to highest round) | wanted | |");
        table.add("| --- | --- | ---: | ---: | --- | --- | --- |");
        lines.forEach(line -> table.addAll(line.rows()));
        return table;
    }

    /** The report. Of a part that was not measured it keeps what was known before. */
    String markdown(String before) {
        try (InputStream template = Report.class.getResourceAsStream("bench.md")) {
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            Matcher place = Pattern.compile("\\$\\{(\\w+)}").matcher(text);
            return place.replaceAll(found -> Matcher.quoteReplacement(block(found.group(1), before)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String block(String part, String before) {
        String begin = "<!-- " + part + " -->\n";
        String end = "\n<!-- end of " + part + " -->";
        String content = parts.containsKey(part) ? content(part) : between(before, begin, end);
        return begin + content + end;
    }

    private String content(String part) {
        List<String> lines = table(parts.get(part));
        lines.add("");
        if (remarks.containsKey(part)) {
            lines.add(remarks.get(part));
            lines.add("");
        }
        lines.add("Measured on " + LocalDate.now() + ": " + machine() + ".");
        return String.join("\n", lines);
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        return from < 0 || to < from ? NOT_YET : text.substring(from + begin.length(), to);
    }

    private static String machine() {
        long memory = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %d GiB of memory, %s %s, Java %s",
                Runtime.getRuntime().availableProcessors(),
                processor(),
                Math.round(memory / 1024.0 / 1024 / 1024),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version());
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("processor not named");
        } catch (IOException e) {
            return "processor not named";
        }
    }
}
