package de.kreiswerk.launcher.component;

import de.kreiswerk.launcher.cli.Refusal;
import de.kreiswerk.launcher.cli.Terminal;
import java.io.Console;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Asks before something is done. Where nobody can answer, only {@code --yes} does. */
final class Question {

    static final String YES = "--yes";
    private static final Set<String> AFFIRMATIVE = Set.of("j", "ja", "y", "yes");

    private final Terminal terminal;
    private final Function<String, String> asks;

    Question(Terminal terminal) {
        this(terminal, Question::onTheConsole);
    }

    /** Null is the answer of nobody. */
    Question(Terminal terminal, Function<String, String> asks) {
        this.terminal = terminal;
        this.asks = asks;
    }

    private static String onTheConsole(String question) {
        Console console = System.console();
        return console == null ? null : console.readLine("%s", question);
    }

    /** Whether it is to be done. */
    boolean isAnsweredWithYes(String german, String english) throws Refusal {
        String answer = asks.apply(terminal.pick(german + " [j/N] ", english + " [y/N] "));
        if (answer == null) {
            throw nobody();
        }
        return answered(AFFIRMATIVE.contains(answer.strip().toLowerCase(Locale.ROOT)));
    }

    /** Whether it is to be done, for what cannot be undone: a word has to be typed. */
    boolean isAnsweredWith(String word, String german, String english) throws Refusal {
        String answer = asks.apply(terminal.pick(german + " ", english + " "));
        if (answer == null) {
            throw nobody();
        }
        return answered(answer.strip().equals(word));
    }

    private boolean answered(boolean yes) {
        if (!yes) {
            terminal.out().println(terminal.pick("Es wurde nichts geändert.", "Nothing was changed."));
        }
        return yes;
    }

    private static Refusal nobody() {
        return Refusal.failed(
                "Hier kann niemand gefragt werden; mit --yes wird es ohne Frage getan. Es wurde nichts geändert.",
                "There is nobody to ask here; with --yes it is done without a question. Nothing was changed.");
    }
}
