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
import java.util.List;
import java.util.Locale;

/** What was measured, as one table. */
final class Report {

    private final List<Comparison> comparisons = new ArrayList<>();
    private double firstStart;

    void add(Comparison comparison) {
        comparisons.add(comparison);
    }

    void add(StartBench.Result start) {
        firstStart = start.firstStart();
        add(start.comparison());
    }

    List<Comparison> comparisons() {
        return List.copyOf(comparisons);
    }

    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add("| what | on | Kreiswerk | beside it | ratio (lowest to highest round) | wanted | |");
        lines.add("| --- | --- | ---: | ---: | --- | --- | --- |");
        comparisons.forEach(comparison -> lines.add(comparison.row()));
        return lines;
    }

    String markdown() {
        try (InputStream template = Report.class.getResourceAsStream("bench.md")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${table}", String.join("\n", table()))
                    .replace("${first}", String.format(Locale.ROOT, "%.1f", firstStart))
                    .replace("${machine}", machine())
                    .replace("${date}", LocalDate.now().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
