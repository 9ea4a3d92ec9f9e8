package de.kreiswerk.launcher.component;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Follows a switch to its end, a line a phase. */
final class Following {

    private static final int SECONDS = 1;
    /** A platform for whose answers too many wait answers at once; it is not asked without a pause then. */
    private static final long AT_LEAST_MILLIS = 250;

    private final Deployment deployment;
    private final Terminal terminal;

    Following(Deployment deployment, Terminal terminal) {
        this.deployment = deployment;
        this.terminal = terminal;
    }

    /** 0 when it was done, else 1. */
    int follow(String id) throws Refusal, IOException, InterruptedException {
        int shown = 0;
        while (true) {
            long asked = System.nanoTime();
            JsonNode change = deployment.change(id, SECONDS);
            shown = show(change.path("phases"), shown);
            if (!Answers.word(change, "state").equals("RUNNING")) {
                return ended(change);
            }
            Thread.sleep(Math.max(0, AT_LEAST_MILLIS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked)));
        }
    }

    /** Those that have ended since; how many were shown by now. */
    private int show(JsonNode phases, int shown) {
        int next = shown;
        while (next < phases.size() && phases.get(next).hasNonNull("millis")) {
            JsonNode phase = phases.get(next);
            terminal.out()
                    .println("  " + Words.phase(Answers.word(phase, "phase"), terminal) + ", "
                            + phase.path("millis").asLong() + " ms");
            next++;
        }
        return next;
    }

    private int ended(JsonNode change) {
        String name = Answers.word(change, "component");
        String version = Answers.word(change, "toVersion");
        if (Answers.word(change, "state").equals("DONE")) {
            terminal.out()
                    .println(
                            version.isEmpty()
                                    ? name + terminal.pick("  entfernt", "  removed")
                                    : name + " " + version + terminal.pick("  ist aktiv", "  is active"));
            return 0;
        }
        boolean undone = Answers.word(change, "state").equals("UNDONE");
        terminal.err()
                .println(name + ": "
                        + (undone
                                ? terminal.pick(
                                        "Zurückgenommen, es läuft weiter, was vorher lief. ",
                                        "Taken back, what ran before goes on. ")
                                : terminal.pick(
                                        "Gescheitert, und auch was vorher lief, läuft nicht. ",
                                        "Failed, and what ran before does not run either. "))
                        + Answers.text(change.path("reason"), terminal));
        Answers.words(change.path("details")).forEach(line -> terminal.err().println("  " + line));
        return 1;
    }
}
