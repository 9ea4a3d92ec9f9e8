package de.kreiswerk.core.persistence.settings;

import java.util.Dictionary;
import java.util.Optional;
import java.util.regex.Pattern;

/** PIDs of a factory's configurations: the factory's, a tilde and a name (Compendium, section 104.5.3). */
final class Pids {

    static final String PID = "service.pid";

    private static final String FACTORY = "service.factoryPid";
    private static final char TILDE = '~';
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,30}");

    private Pids() {}

    static String of(String factory, String name) {
        return factory + TILDE + name;
    }

    /** Empty when it is no factory's. */
    static Optional<String> factory(String pid) {
        int tilde = pid.indexOf(TILDE);
        return tilde > 0 ? Optional.of(pid.substring(0, tilde)) : Optional.empty();
    }

    static String name(String pid) {
        return pid.substring(pid.indexOf(TILDE) + 1);
    }

    static boolean isPossible(String name) {
        return NAME.matcher(name).matches();
    }

    /** Says in a configuration whose it is, as Config Admin has it. */
    static void note(Dictionary<String, Object> configuration, String pid) {
        configuration.put(PID, pid);
        factory(pid).ifPresent(factory -> configuration.put(FACTORY, factory));
    }
}
