package de.kreiswerk.core.api.settings;

import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Numbers of settings, whatever a file or the environment states for them: what is no number counts as not stated, and what is too
 * small or too large as near to it as can be. Over a slip of the pen nothing stays away that people need, least of all the console in
 * which it could be put right.
 */
@ProviderType
public interface StatedNumber {

    /**
     * Reads one.
     *
     * @param setting its name for whoever is told
     * @param stated what Declarative Services makes of it; may throw when it is no number
     * @param least the lowest that it may be
     * @param most the highest
     * @param otherwise what counts when it is no number
     * @param told is told in English, for the log, when it counts as another
     * @return the number
     */
    static int of(String setting, IntSupplier stated, int least, int most, int otherwise, Consumer<String> told) {
        int number;
        try {
            number = stated.getAsInt();
        } catch (RuntimeException e) {
            told.accept(setting + " cannot be read (" + e.getMessage() + "); " + otherwise + " is used");
            return otherwise;
        }
        int used = Math.max(least, Math.min(number, most));
        if (used != number) {
            told.accept(setting + " is " + number + ", but must be from " + least + " to " + most + "; " + used
                    + " is used");
        }
        return used;
    }
}
