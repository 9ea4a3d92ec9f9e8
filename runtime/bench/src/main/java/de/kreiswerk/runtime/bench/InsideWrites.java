package de.kreiswerk.runtime.bench;

import de.kreiswerk.runtime.bench.platform.PlatformProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Has {@link de.kreiswerk.runtime.bench.inside.RecordBench}, which is among the bundles of a platform, measure transactions with a record
 * and with a plain row.
 *
 * @param writers how many wrote at once
 * @param round what they did in a second
 * @param behind for how many milliseconds the last record waited for its number
 */
record InsideWrites(int writers, Comparison.Round round, long behind) {

    /** All rounds of each of the numbers of writers. */
    static List<InsideWrites> measure(PlatformProcess platform, Path data, Plan plan, List<Integer> writers)
            throws IOException {
        order(data, plan, writers);
        long rounds = (plan.writeRounds() + 1L) * 2 * writers.size();
        List<InsideWrites> measured = new ArrayList<>();
        for (String line : platform.awaitFile(
                "bench.result", Duration.ofMillis(rounds * plan.writeMillis()).plusMinutes(5))) {
            String[] words = line.split(" ");
            if (words[0].equals("failed")) {
                throw new IllegalStateException("Inside of the platform: " + line);
            }
            measured.add(new InsideWrites(
                    Integer.parseInt(words[0]),
                    new Comparison.Round(Double.parseDouble(words[1]), Double.parseDouble(words[2])),
                    Long.parseLong(words[3])));
        }
        return measured;
    }

    /** First under another name: the other side must not read half of it. */
    private static void order(Path data, Plan plan, List<Integer> writers) throws IOException {
        String numbers = writers.stream().map(String::valueOf).collect(Collectors.joining(" "));
        Path order = Files.writeString(
                data.resolve("bench.order"), plan.writeMillis() + " " + plan.writeRounds() + " " + numbers);
        Files.move(order, data.resolve("bench.go"));
    }
}
