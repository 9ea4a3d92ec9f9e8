package de.kreiswerk.runtime.architecture;

/**
 * Who may do what a rule forbids. Kept beside the rule, so that an exception is a decision and not an accident.
 *
 * @param where the start of the name of a class or package
 * @param what the start of the name of what it uses; empty for all
 * @param reason why
 */
record Exemption(String where, String what, String reason) {

    Exemption {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("An exemption needs a reason");
        }
    }

    boolean covers(String user, String used) {
        return user.startsWith(where) && used.startsWith(what);
    }
}
