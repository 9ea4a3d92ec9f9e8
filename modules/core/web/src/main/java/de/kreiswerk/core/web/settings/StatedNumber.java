package de.kreiswerk.core.web.settings;

import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers of settings, whatever a file or the environment states for them. What is no number is told in the log and counts as not
 * stated, and what is too small or too large as near to it as can be: a platform without its request chain serves nobody, and the console in which it could be put right is behind it.
 */
public final class StatedNumber {

    private static final Logger LOG = LoggerFactory.getLogger(StatedNumber.class);

    private StatedNumber() {}

    /**
     * Reads one.
     *
     * @param setting its name in the log
     * @param stated what Declarative Services makes of it; may throw when it is no number
     * @param least the lowest that it may be
     * @param most the highest
     * @param otherwise what counts when it is no number
     * @return the number
     */
    public static int of(String setting, IntSupplier stated, int least, int most, int otherwise) {
        int number;
        try {
            number = stated.getAsInt();
        } catch (RuntimeException e) {
            LOG.error("{} cannot be read ({}); {} is used", setting, e.getMessage(), otherwise);
            return otherwise;
        }
        int used = Math.max(least, Math.min(number, most));
        if (used != number) {
            LOG.error("{} is {}, but must be from {} to {}; {} is used", setting, number, least, most, used);
        }
        return used;
    }
}
