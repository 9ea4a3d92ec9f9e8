package de.kreiswerk.core.web.settings;

import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers of settings, whatever a file or the environment states for them. What cannot be right is told in the log and counts as not
 * stated: a platform without its request chain serves nobody, and the console in which it could be put right is behind it.
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
     * @param otherwise what counts when it is neither
     * @return the number
     */
    public static int of(String setting, IntSupplier stated, int least, int most, int otherwise) {
        String wrong;
        try {
            int number = stated.getAsInt();
            if (number >= least && number <= most) {
                return number;
            }
            wrong = "is " + number;
        } catch (RuntimeException e) {
            wrong = "cannot be read (" + e.getMessage() + ")";
        }
        LOG.error("{} {}, but must be a number from {} to {}; {} is used", setting, wrong, least, most, otherwise);
        return otherwise;
    }
}
