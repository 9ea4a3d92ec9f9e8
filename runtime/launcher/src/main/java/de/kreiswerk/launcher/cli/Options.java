package de.kreiswerk.launcher.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options and operands of a command. {@code --name VALUE} and {@code --name=VALUE} mean the same, {@code --} ends the
 * options, the last of several counts.
 */
public final class Options {

    private final Set<String> flags;
    private final Map<String, List<String>> values;
    private final List<String> operands;

    private Options(Set<String> flags, Map<String, List<String>> values, List<String> operands) {
        this.flags = Set.copyOf(flags);
        this.values = Map.copyOf(values);
        this.operands = List.copyOf(operands);
    }

    /**
     * Which options a command knows.
     *
     * @param command the command's name, for the sentences about mistakes
     * @param flags options without a value, such as {@code --publish}
     * @param values options with a value, such as {@code --port}
     */
    public record Syntax(String command, Set<String> flags, Set<String> values) {

        /** Copies the sets. */
        public Syntax {
            flags = Set.copyOf(flags);
            values = Set.copyOf(values);
        }
    }

    /**
     * Takes arguments apart.
     *
     * @param syntax what the command knows
     * @param arguments the arguments behind the command's name
     * @return what was given
     * @throws Refusal when an option is unknown or lacks its value
     */
    public static Options parse(Syntax syntax, List<String> arguments) throws Refusal {
        Set<String> flags = new HashSet<>();
        Map<String, List<String>> values = new HashMap<>();
        List<String> operands = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--")) {
                operands.addAll(arguments.subList(i + 1, arguments.size()));
                break;
            }
            if (!argument.startsWith("-") || argument.equals("-")) {
                operands.add(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (syntax.flags().contains(name) && equals < 0) {
                flags.add(name);
            } else if (syntax.values().contains(name)) {
                if (equals < 0 && ++i == arguments.size()) {
                    throw valueMissing(name);
                }
                String value = equals < 0 ? arguments.get(i) : argument.substring(equals + 1);
                if (value.isBlank()) {
                    throw valueMissing(name);
                }
                values.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
            } else {
                throw unknown(syntax.command(), argument);
            }
        }
        return new Options(flags, values, operands);
    }

    private static Refusal valueMissing(String name) {
        return Refusal.usage("Der Option " + name + " fehlt ihr Wert.", "Option " + name + " lacks its value.");
    }

    private static Refusal unknown(String command, String argument) {
        return Refusal.usage(
                "„kreiswerk " + command + "“ kennt die Option " + argument + " nicht; „kreiswerk help“ nennt alle.",
                "'kreiswerk " + command + "' does not know the option " + argument + "; 'kreiswerk help' lists all.");
    }

    /**
     * Whether a flag was given.
     *
     * @param flag its name with the dashes
     * @return true when it was
     */
    public boolean has(String flag) {
        return flags.contains(flag);
    }

    /**
     * The value of an option.
     *
     * @param name its name with the dashes
     * @return the value, not blank; empty when the option was not given
     */
    public Optional<String> value(String name) {
        List<String> all = values(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /**
     * All values of an option that may be given several times.
     *
     * @param name its name with the dashes
     * @return in the order given, none when it was not given
     */
    public List<String> values(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /**
     * What is not an option.
     *
     * @return in the order given
     */
    public List<String> operands() {
        return operands;
    }
}
