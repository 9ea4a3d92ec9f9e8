package de.kreiswerk.identity.service;

import java.util.List;

/** Says in a few words which browser it is, so that people know their sessions apart. */
final class Browsers {

    private static final int LONGEST_READ = 500;
    /** What comes first counts: browsers name those they descend from. */
    private static final List<String[]> PROGRAMS = List.of(
            new String[] {"Edg", "Edge"},
            new String[] {"OPR/", "Opera"},
            new String[] {"Firefox/", "Firefox"},
            new String[] {"Chrome/", "Chrome"},
            new String[] {"Safari/", "Safari"},
            new String[] {"curl/", "curl"});

    private static final List<String[]> SYSTEMS = List.of(
            new String[] {"Android", "Android"},
            new String[] {"iPhone", "iOS"},
            new String[] {"iPad", "iPadOS"},
            new String[] {"Windows", "Windows"},
            new String[] {"Mac OS X", "macOS"},
            new String[] {"Linux", "Linux"});

    private Browsers() {}

    /** Empty when it says nothing known. */
    static String name(String userAgent) {
        if (userAgent == null) {
            return "";
        }
        String read = userAgent.substring(0, Math.min(userAgent.length(), LONGEST_READ));
        String program = first(PROGRAMS, read);
        String system = first(SYSTEMS, read);
        return program.isEmpty() || system.isEmpty() ? program + system : program + ", " + system;
    }

    private static String first(List<String[]> known, String text) {
        return known.stream()
                .filter(each -> text.contains(each[0]))
                .map(each -> each[1])
                .findFirst()
                .orElse("");
    }
}
