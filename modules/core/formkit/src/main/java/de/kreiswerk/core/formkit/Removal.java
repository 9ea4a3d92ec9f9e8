package de.kreiswerk.core.formkit;

import de.kreiswerk.core.api.problem.ProblemException;

/** Takes away what may be gone already, by a second click or by somebody quicker: then all is as it was to be. */
public final class Removal {

    private Removal() {}

    /**
     * Takes it away.
     *
     * @param missing the code of the problem that says it is not there
     * @param removal takes it away
     */
    public static void of(String missing, Runnable removal) {
        try {
            removal.run();
        } catch (ProblemException e) {
            if (!e.problem().code().equals(missing)) {
                throw e;
            }
        }
    }
}
