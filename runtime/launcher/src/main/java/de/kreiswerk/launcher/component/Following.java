package de.kreiswerk.launcher.component;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Follows a switch to its end, a line a phase. */
final class Following {

    private static final int SECONDS = 1;
    /** A platform for whose answers too many wait answers at once; it is not asked without a pause then. */
    private static final long AT_LEAST_MILLIS = 250;

    /** Of a good second each: a node that ended without a word is waited for a minute. */
    private static final int MOST_WAITS = 60;

    private final Deployment deployment;
    private final Terminal terminal;

    Following(Deployment deployment, Terminal terminal) {
        this.deployment = deployment;
        this.terminal = terminal;
    }

    /** 0 when it was done, else 1. */
    int follow(String id) throws Refusal, IOException, InterruptedException {
        return end(id).equals("DONE") ? 0 : 1;
    }

    /** How it ended. */
    String end(String id) throws Refusal, IOException, InterruptedException {
        int shown = 0;
        while (true) {
            long asked = System.nanoTime();
            JsonNode change = deployment.change(id, SECONDS);
            shown = show(change.path("phases"), shown);
            if (!Answers.word(change, "state").equals("RUNNING")) {
                say(change);
                return Answers.word(change, "state");
            }
            Thread.sleep(Math.max(0, AT_LEAST_MILLIS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked)));
        }
    }

    /** A removal with all data: 0 when nothing of the component is left, else 1. */
    int followToTheEnd(String id, String name) throws Refusal, IOException, InterruptedException {
        int shown = 0;
        int waited = 0;
        for (Optional<JsonNode> change = deployment.findChange(id, SECONDS);
                change.isPresent();
                change = deployment.findChange(id, SECONDS)) {
            shown = show(change.get().path("phases"), shown);
            String state = Answers.word(change.get(), "state");
            if (!state.equals("RUNNING") && !state.equals("DONE")) {
                say(change.get());
                return 1;
            }
            Optional<JsonNode> component = deployment.find(name);
            boolean done = state.equals("DONE");
            if (done && component.isPresent() && !isGoing(component.get())) {
                terminal.err().println(name + ": " + Answers.text(change.get().path("reason"), terminal));
                return 1;
            }
            if (done && ++waited > MOST_WAITS) {
                terminal.err()
                        .println(name
                                + terminal.pick(
                                        ": Entfernt. Die Daten werden gelöscht, sobald kein Knoten sie mehr betreibt.",
                                        ": removed. Its data are deleted as soon as no node runs it any more."));
                return 1;
            }
            Thread.sleep(AT_LEAST_MILLIS);
        }
        terminal.out().println(name + terminal.pick("  mit allen Daten gelöscht", "  deleted with all its data"));
        return 0;
    }

    private static boolean isGoing(JsonNode component) {
        return Answers.word(component, "state").equals("DELETING")
                || Answers.word(component, "state").equals("SWITCHING");
    }

    /** Those that have ended since; how many were shown by now. */
    private int show(JsonNode phases, int shown) {
        int next = shown;
        while (next < phases.size() && phases.get(next).hasNonNull("millis")) {
            JsonNode phase = phases.get(next);
            terminal.out()
                    .println("  " + title(phase) + ", " + phase.path("millis").asLong() + " ms");
            next++;
        }
        return next;
    }

    /** A platform of before gives them none. */
    private String title(JsonNode phase) {
        String title = Answers.text(phase.path("title"), terminal);
        return title.isEmpty() ? Answers.word(phase, "phase") : title;
    }

    private void say(JsonNode change) {
        String name = Answers.word(change, "component");
        String version = Answers.word(change, "toVersion");
        if (Answers.word(change, "state").equals("DONE")) {
            terminal.out()
                    .println(
                            version.isEmpty()
                                    ? name + terminal.pick("  entfernt", "  removed")
                                    : name + " " + version + terminal.pick("  ist aktiv", "  is active"));
            String besides = Answers.text(change.path("reason"), terminal);
            if (!besides.isEmpty()) {
                terminal.out().println("  " + besides);
            }
            return;
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
    }
}
