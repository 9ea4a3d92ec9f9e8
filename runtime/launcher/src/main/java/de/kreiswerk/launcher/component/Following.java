package de.kreiswerk.launcher.component;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Follows a switch to its end, a line a phase. */
final class Following {

    private static final int SECONDS = 1;
    /** A platform for whose answers too many wait answers at once; it is not asked without a pause then. */
    private static final long AT_LEAST_MILLIS = 250;

    /** Of a good second each: a node that ended without a word is waited for a minute. */
    private static final int MOST_WAITS = 60;

    /** A platform that a component ended is back by then, and knows what became of the switch. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Deployment deployment;
    private final Terminal terminal;
    private final String name;
    private final Duration patience;

    Following(Deployment deployment, Terminal terminal, String name) {
        this(deployment, terminal, name, PATIENCE);
    }

    /** Of the component of this name; a platform that does not answer is asked again for so long. */
    Following(Deployment deployment, Terminal terminal, String name, Duration patience) {
        this.deployment = deployment;
        this.terminal = terminal;
        this.name = name;
        this.patience = patience;
    }

    /** 0 when it was done, else 1. */
    int follow(String id) throws Refusal, InterruptedException {
        return end(id).equals("DONE") ? 0 : 1;
    }

    /** How it ended. */
    String end(String id) throws Refusal, InterruptedException {
        int shown = 0;
        while (true) {
            long asked = System.nanoTime();
            JsonNode change = answered(() -> deployment.change(name, id, SECONDS));
            shown = show(change.path("phases"), shown);
            if (!Answers.word(change, "state").equals("RUNNING")) {
                say(change);
                return Answers.word(change, "state");
            }
            Thread.sleep(Math.max(0, AT_LEAST_MILLIS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked)));
        }
    }

    /** A removal with all data: 0 when nothing of the component is left, else 1. */
    int followToTheEnd(String id) throws Refusal, InterruptedException {
        int shown = 0;
        int waited = 0;
        for (Optional<JsonNode> change = find(id); change.isPresent(); change = find(id)) {
            shown = show(change.get().path("phases"), shown);
            String state = Answers.word(change.get(), "state");
            if (!state.equals("RUNNING") && !state.equals("DONE")) {
                say(change.get());
                return 1;
            }
            Optional<JsonNode> component = answered(() -> deployment.find(name));
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

    private Optional<JsonNode> find(String id) throws Refusal, InterruptedException {
        return answered(() -> deployment.findChange(name, id, SECONDS));
    }

    private interface Asking<T> {

        T ask() throws Refusal, Away, InterruptedException;
    }

    /** The switch goes on whether or not anybody is told: only who asks long in vain gives up. */
    private <T> T answered(Asking<T> asking) throws Refusal, InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            try {
                return asking.ask();
            } catch (Away e) {
                if (System.nanoTime() - begun >= patience.toNanos()) {
                    throw unknown(e.getMessage());
                }
                Thread.sleep(AT_LEAST_MILLIS);
            }
        }
    }

    private Refusal unknown(String why) {
        String command = "kreiswerk component await " + name;
        return Refusal.failed(
                name + ": Auf der Plattform geht es weiter, sie antwortet nur gerade nicht. Was daraus wurde, sagt „"
                        + command + "“, nach einem Löschen mit Daten „kreiswerk component list“. Der Grund: " + why,
                name + ": it goes on at the platform, which just does not answer. What came of it, '" + command
                        + "' says, after a deletion with data 'kreiswerk component list'. The reason: " + why);
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
