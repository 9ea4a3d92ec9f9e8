package de.kreiswerk.deployment.archive.policy;

import de.kreiswerk.deployment.archive.Archive;
import de.kreiswerk.deployment.archive.refusal.BadArchive;
import de.kreiswerk.deployment.archive.wants.WantFound;
import java.util.List;

/** Finds what the code of an archive wants: that takes longer than all the rest, and is the same whenever it is asked for. */
@FunctionalInterface
public interface WantsOf {

    /**
     * Finds it.
     *
     * @param archive the archive
     * @return what {@link de.kreiswerk.deployment.archive.wants.Wants} finds
     * @throws BadArchive when a class cannot be read
     */
    List<WantFound> find(Archive archive) throws BadArchive;
}
