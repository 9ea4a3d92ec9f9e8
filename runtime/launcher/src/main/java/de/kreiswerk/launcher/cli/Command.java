package de.kreiswerk.launcher.cli;

import java.io.IOException;
import java.util.List;

/** Something that the command line can do. */
@FunctionalInterface
public interface Command {

    /**
     * Does it.
     *
     * @param arguments what follows the command's name
     * @return the exit code of the process
     * @throws Refusal when it cannot be done, with a sentence that says why
     * @throws IOException when reading or writing fails in a way that no sentence foresees
     * @throws InterruptedException when the process is asked to end
     */
    int run(List<String> arguments) throws Refusal, IOException, InterruptedException;
}
